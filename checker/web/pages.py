"""The addresses of the page, all of them behind the token."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from checker import __version__
from checker.errors import CheckerError
from checker.reporters import html
from checker.reporters.html.view import remark
from checker.reporters.wording import STATUS
from checker.web import copies
from checker.web.desk import Desk
from checker.web.guard import HEADERS, POLICY, refusal
from checker.web.store import Kept
from checker.web.uploads import LARGEST_FILE, LARGEST_REQUEST, MemoryRequest, sent
from checker.web.worker import WorkerFailedError, WorkerLostError

PASTED = "粘贴的文字.txt"
TROUBLE = {
    400: "没有收到文件或文字；请选一个文件，或粘贴报告全文",
    404: "没有这个页面；结果只在程序开着时保留，请重新检查",
    405: "没有这个页面",
    413: "文件太大，不像一份报告（一次最多 64 MB）",
}
BUG = "程序出错了，这个操作没有完成；其他结果不受影响"


def create_app(desk: Desk, *, token: str, port: int) -> Flask:
    """The application behind `/token/`, for browsers that call it 127.0.0.1 or localhost at `port`."""
    app = Flask("checker.web", static_url_path=f"/{token}/static", static_folder="static", template_folder="pages")
    app.request_class = MemoryRequest
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    app.jinja_env.globals.update(base=f"/{token}", version=__version__)
    _guard(app, token=token, port=port)
    _troubles(app)
    for path, name, view, methods in _routes(desk, f"/{token}"):
        app.add_url_rule(f"/{token}{path}", name, view, methods=methods)
    return app


def _guard(app: Flask, *, token: str, port: int) -> None:
    @app.before_request
    def guard() -> Answer | None:
        why = refusal(
            method=request.method,
            path=request.path,
            host=request.headers.get("Host", ""),
            origin=request.headers.get("Origin", ""),
            site=request.headers.get("Sec-Fetch-Site", ""),
            port=port,
            token=token,
        )
        return Response(why, 403, mimetype="text/plain") if why else None

    @app.after_request
    def protect(answer: Response) -> Response:
        answer.headers.update(HEADERS)
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        return answer


def _troubles(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Answer:
        if error.code is not None and error.code < 400:
            return error.get_response()
        return _trouble(error.code or 500, TROUBLE.get(error.code or 500, BUG))

    @app.errorhandler(CheckerError)
    def explained(error: CheckerError) -> Answer:
        return _trouble(422, str(error))

    @app.errorhandler(WorkerLostError)
    @app.errorhandler(WorkerFailedError)
    def lost(error: Exception) -> Answer:
        return _trouble(500, BUG)


def _routes(desk: Desk, base: str) -> tuple[tuple[str, str, Callable[..., Any], list[str]], ...]:
    def home() -> str:
        rows = [row(kept, base) for kept in desk.store.all()]
        return render_template("home.html", choices=desk.choices, rows=rows, largest=LARGEST_FILE)

    def check() -> Answer:
        """Every file of the form and the pasted text; JSON for the script, a page for a plain form."""
        template = request.form.get("template", "")
        if template not in {choice.name for choice in desk.choices}:
            # only names that we offered: a browser never names a file of this machine
            return _trouble(400, "没有这个模板")
        kept = [desk.judge(content, name, template) for content, name in sent(request, PASTED)]
        if not kept:
            return _trouble(400, TROUBLE[400])
        if _wants_json():
            return jsonify([row(one, base) for one in kept])
        return redirect(f"{base}/result/{kept[0].number}" if len(kept) == 1 else f"{base}/", 303)

    def forget() -> Answer:
        desk.store.forget()
        return redirect(f"{base}/", 303)

    def result(number: int) -> Answer:
        kept = desk.store.get(number)
        return _shown(desk, (kept,), f"{base}/result/{number}") if kept else _trouble(404, TROUBLE[404])

    def everything() -> Answer:
        kept = desk.store.all()
        return _shown(desk, kept, f"{base}/all") if kept else _trouble(404, TROUBLE[404])

    def save_all() -> Answer:
        return _download("".join(desk.page(desk.store.all())).encode("utf-8"), "检查结果.html")

    def copy(number: int, kind: str) -> Answer:
        kept = desk.store.get(number)
        if kept is None:
            return _trouble(404, TROUBLE[404])
        if kind == "page":
            return _download("".join(desk.page((kept,))).encode("utf-8"), f"{kept.name}.检查结果.html")
        for made in copies.offered(kept.judged.result):
            if made.id == kind:
                return _download(desk.copy(kept, made), made.file_name(kept.name))
        return _trouble(404, TROUBLE[404])

    return (
        ("/", "home", home, ["GET"]),
        ("/check", "check", check, ["POST"]),
        ("/forget", "forget", forget, ["POST"]),
        ("/all", "everything", everything, ["GET"]),
        ("/all/page", "save_all", save_all, ["GET"]),
        ("/result/<int:number>", "result", result, ["GET"]),
        ("/result/<int:number>/<kind>", "copy", copy, ["GET"]),
    )


def row(kept: Kept, base: str) -> dict[str, str]:
    """A result as the table of the first page shows it."""
    result = kept.judged.result
    return {
        "name": kept.name,
        "status": str(result.status),
        "verdict": STATUS[result.status],
        "score": f"{result.score.shown:g}" if result.score else "",
        "band": result.score.band if result.score else "",
        "remark": remark(result),
        "href": f"{base}/result/{kept.number}",
    }


def _shown(desk: Desk, kept: tuple[Kept, ...], here: str) -> Answer:
    made = copies.offered(kept[0].judged.result) if len(kept) == 1 else ()
    banner = render_template("banner.html", here=here, copies=made)
    answer = Response(desk.page(kept, banner), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = f"{html.policy()}; frame-ancestors 'none'"
    return answer


def _download(content: bytes, name: str) -> Answer:
    # of no type that a browser would show: these bytes come from a file that somebody sent
    answer = Response(content, mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer


def _trouble(code: int, message: str) -> Answer:
    if _wants_json():
        answer: Answer = jsonify({"error": message})
        answer.status_code = code
        return answer
    return Response(render_template("trouble.html", message=message), code, mimetype="text/html")


def _wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"
