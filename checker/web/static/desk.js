// Sends files one by one, so that many files show progress and a bad one harms nothing. Without this script the form
// works as it stands. Names and remarks come from files: they are only ever set as text.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("form"), input = byId("file"), drop = byId("drop"), text = byId("text");
  const button = form.querySelector("button"), bar = byId("bar"), progress = byId("progress"), said = byId("said");
  const rows = byId("rows"), results = byId("results");
  const AT_ONCE = 2;
  let busy = false;

  function say(words) { said.textContent = words; }

  function cell(row, tag, content, className) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(content);
    row.append(made);
    return made;
  }

  function show(result) {
    const row = document.createElement("tr");
    let name = result.name;
    if (result.href) {
      name = document.createElement("a");
      name.href = result.href;
      name.textContent = result.name;
    }
    cell(row, "th", name).scope = "row";
    const verdict = document.createElement("span");
    verdict.className = "verdict " + result.status;
    verdict.textContent = result.verdict;
    cell(row, "td", verdict, "short");
    cell(row, "td", result.score, "figure");
    cell(row, "td", result.band, "short");
    cell(row, "td", result.remark);
    rows.append(row);
    results.hidden = false;
  }

  function failed(name, why) {
    return { name, status: "not_checked", verdict: "没有查成", score: "", band: "", remark: why, href: "" };
  }

  async function send(file, pasted) {
    const name = file ? file.name : "粘贴的文字";
    if (file && file.size > Number(form.dataset.largest)) return failed(name, "文件太大，不像一份报告");
    const body = new FormData();
    body.append("template", form.elements.template.value);
    if (file) body.append("file", file, file.name);
    else body.append("text", pasted);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.status === 413) return failed(name, "文件太大，不像一份报告");
      const told = await answer.json();
      return answer.ok ? told[0] : failed(name, told.error);
    } catch {
      return failed(name, "读不到这个文件，或程序已经关闭");
    }
  }

  async function check(files) {
    if (busy) return;
    const waiting = files.map((file) => () => send(file, ""));
    if (text.value.trim()) waiting.push(() => send(null, text.value));
    if (!waiting.length) { say("还没有选文件，也没有粘贴文字。"); input.focus(); return; }
    busy = true;
    button.disabled = true;
    const all = waiting.length, done = [];
    bar.max = all;
    bar.value = 0;
    progress.hidden = all === 1;
    say(all === 1 ? "正在检查……" : `正在检查 ${all} 份……`);
    const told = new Array(all);
    let next = 0, shown = 0;
    async function work() {
      while (next < all) {
        const mine = next++;
        told[mine] = await waiting[mine]();
        done.push(told[mine]);
        bar.value = done.length;
        while (shown < all && told[shown]) show(told[shown++]);  // in the order of the files
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    busy = false;
    button.disabled = false;
    progress.hidden = true;
    form.reset();
    const count = (status) => done.filter((result) => result.status === status).length;
    say(`查完 ${all} 份：通过 ${count("passed")}，不通过 ${count("failed")}，没有查成 ${count("not_checked")}。`);
    if (all === 1 && done[0].href) location.assign(done[0].href);
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); check(Array.from(input.files)); });
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const files = Array.from(event.dataTransfer.files);
    if (files.length) check(files);
  });
})();
