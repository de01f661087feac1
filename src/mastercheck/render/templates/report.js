"use strict";
(() => {
  const form = document.getElementById("filters");
  const show = (target) => { if (target instanceof HTMLDetailsElement) target.open = true; };
  const follow = () => { const target = document.getElementById(location.hash.slice(1)); show(target); if (target) target.scrollIntoView(); };
  addEventListener("hashchange", follow);
  follow();
  let closed = [];
  addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details:not([open])")]; closed.forEach(show); });
  addEventListener("afterprint", () => closed.forEach((one) => { one.open = false; }));
  if (!form) return;
  const status = document.getElementById("shown");
  const rows = [...document.querySelectorAll("tbody tr[data-verdict]")].map((row) => {
    const chapter = document.getElementById(row.dataset.chapter);
    return { row, chapter, text: `${row.textContent} ${chapter.textContent}`.toLowerCase().replace(/\s+/g, " ") };
  });
  const hasMark = (row, rule, mark) => [...row.querySelectorAll("[data-mark]")].some(
    (cell) => (!rule || cell.dataset.rule === rule) && (!mark || cell.dataset.mark === mark));
  const filter = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = [...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value);
    const rule = form.elements.rule.value, mark = form.elements.mark.value;
    let count = 0;
    for (const { row, chapter, text } of rows) {
      const fits = verdicts.includes(row.dataset.verdict) && words.every((word) => text.includes(word))
        && (!(rule || mark) || hasMark(row, rule, mark));
      row.hidden = chapter.hidden = !fits;
      count += fits;
    }
    status.textContent = `${count} of ${rows.length} documents shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
