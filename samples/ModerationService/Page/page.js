"use strict";
const body = document.getElementById("figures");
const state = document.getElementById("state");
let before = null;

function cell(row, text, number) {
  const td = row.insertCell();
  td.textContent = text;
  if (number) td.className = "number";
}

async function refresh() {
  try {
    const now = await (await fetch("/live", { cache: "no-store" })).json();
    const at = performance.now();
    const rows = document.createDocumentFragment();
    for (const [name, total] of Object.entries(now.figures)) {
      const isLevel = name.includes("queue") || name.includes("live_conversations");
      if (total === 0 && !isLevel && !name.endsWith("messages applied")) continue;
      const rate = before === null || isLevel ? "" : Math.max(0, (total - (before.figures[name] ?? 0)) * 1000 / (at - before.at)).toFixed(0);
      const row = document.createElement("tr");
      cell(row, name.replace("grooming_signals.", ""), false);
      cell(row, total.toLocaleString("en"), true);
      cell(row, rate, true);
      rows.append(row);
    }
    body.replaceChildren(rows);
    state.textContent = "Up for " + now.upSeconds.toLocaleString("en") + " seconds.";
    before = { figures: now.figures, at };
  } catch {
    state.textContent = "The service does not answer.";
  }
}

refresh();
setInterval(refresh, 2000);
