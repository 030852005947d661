"""Who may talk to the page: this machine's browser, at the address that was printed, from the page itself."""

import hmac

HEADERS = {
    "Cache-Control": "no-store",  # the browser keeps nothing on disk either
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # not no-referrer: with it Chromium sends `Origin: null` with our own forms, and the check below fails
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def refusal(*, method: str, path: str, host: str, origin: str, site: str, port: int, token: str) -> str:
    """Why a request is refused, in one sentence; "" when it may pass. `site` is Sec-Fetch-Site, "" from old browsers.

    Host is checked against DNS rebinding, Origin and Sec-Fetch-Site against other pages, the token against other
    users and programs of this machine.
    """
    if host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        return "只能从本机打开这个页面，请用程序显示的地址"
    if not hmac.compare_digest(path.split("/", 2)[1].encode("utf-8"), token.encode("utf-8")):
        return "地址不完整；请用程序显示的地址重新打开"
    if site not in ("", "none", "same-origin"):
        return "请求来自别的网页，没有受理"
    if method not in ("GET", "HEAD") and origin != f"http://{host}":
        return "请求来自别的网页，没有受理"
    return ""
