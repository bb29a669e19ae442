// Draws the plots of the report from the data beside them. Without scripts the tables under each plot say the same.
(function () {
  "use strict";
  var root = document.documentElement;
  var charts = [];

  function colour(name) { return getComputedStyle(root).getPropertyValue("--" + name).trim(); }

  function short(v) {
    if (v === null || v === undefined) { return "–"; }
    var a = Math.abs(v);
    return a >= 1000 ? Math.round(v).toLocaleString("en") : a >= 100 || Number.isInteger(v) ? String(Math.round(v * 10) / 10) : v.toPrecision(3).replace(/\.?0+$/, "");
  }

  // On a logarithmic axis only the powers of ten are named; the library leaves some marks out as nothing.
  function power(v) {
    if (v === null || v === undefined || Math.abs(Math.log10(v) % 1) > 1e-9) { return ""; }
    return v < 0.01 ? v.toExponential(0).replace("e-", "e−") : short(v);
  }

  // Counts are drawn as log10 (1 + count), so that nothing has a height of 0, and are named as what they are.
  function count(v) { return Math.round(Math.pow(10, v) - 1); }

  function countMarks(most) {
    var marks = [0];
    for (var n = 1; Math.log10(1 + n) <= most; n *= 10) { marks.push(Math.log10(1 + n)); }
    return marks;
  }

  function tooltip(spec) {
    var tip;
    return {
      hooks: {
        init: function (u) {
          tip = document.createElement("div");
          tip.className = "tip";
          tip.hidden = true;
          u.over.appendChild(tip);
        },
        setCursor: function (u) {
          var i = u.cursor.idx;
          if (i === null || i === undefined) { tip.hidden = true; return; }
          var lines = [spec.xLabel + " " + short(u.data[0][i])];
          spec.series.forEach(function (s, k) {
            if (!s.silent && u.data[k + 1][i] !== null && u.data[k + 1][i] !== undefined) { lines.push(s.name + " " + short(spec.yCounts ? count(u.data[k + 1][i]) : u.data[k + 1][i])); }
          });
          tip.textContent = "";
          lines.forEach(function (line) { var d = document.createElement("div"); d.textContent = line; tip.appendChild(d); });
          tip.hidden = false;
          var left = u.cursor.left > u.over.clientWidth / 2 ? u.cursor.left - tip.offsetWidth - 12 : u.cursor.left + 12;
          tip.style.left = Math.max(0, left) + "px";
          tip.style.top = Math.max(0, Math.min(u.cursor.top, u.over.clientHeight - tip.offsetHeight)) + "px";
        }
      }
    };
  }

  function options(spec, width, log) {
    var axis = {
      stroke: colour("soft"), font: "12px system-ui, sans-serif", labelFont: "12px system-ui, sans-serif", labelSize: 20, labelGap: 0,
      grid: { stroke: colour("grid"), width: 1 }, ticks: { stroke: colour("line"), width: 1, size: 4 }
    };
    var powers = log || spec.xLog;
    var series = spec.series.map(function (s) {
      var out = { label: s.name, stroke: colour(s.colour), width: s.dash ? 1.5 : 2, points: { show: !!s.points, size: 7, fill: colour(s.colour), stroke: colour("card") } };
      if (s.dash) { out.dash = [5, 5]; }
      if (s.steps) { out.paths = uPlot.paths.stepped({ align: 1 }); }
      if (s.bars) { out.paths = uPlot.paths.bars({ size: [0.96, 100] }); out.fill = colour(s.colour + "-fill"); out.width = 1; }
      if (s.fill) { out.fill = colour(s.colour + "-fill"); }
      return out;
    });
    return {
      width: width, height: Math.round(Math.min(330, Math.max(260, width * 0.66))),
      legend: { show: false }, padding: [10, 14, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: {
        x: powers
          ? { time: false, distr: 3, range: function () { return [spec.xLowest, spec.xRange[1]]; } }
          : { time: false, range: function () { return spec.xRange; } },
        y: { range: function () { return spec.yRange; } }
      },
      axes: [
        Object.assign({ label: spec.xLabel, size: 34, space: 54, values: function (u, splits) { return splits.map(powers ? power : short); } }, axis),
        Object.assign(spec.yCounts
          ? { label: spec.yLabel, size: 64, splits: function () { return countMarks(spec.yRange[1]); }, filter: function (u, splits) { return splits; }, values: function (u, splits) { return splits.map(count).map(short); } }
          : { label: spec.yLabel, size: 46, values: function (u, splits) { return splits.map(short); } }, axis)
      ],
      series: [{}].concat(series),
      plugins: [tooltip(spec)]
    };
  }

  function data(spec, log) {
    var x = spec.x;
    // A rate of nothing has no logarithm: it stands at the left edge.
    return [log ? x.map(function (v) { return Math.max(v, spec.xLowest); }) : x].concat(spec.series.map(function (s) { return s.values; }));
  }

  function draw(chart) {
    if (chart.plot) { chart.plot.destroy(); }
    chart.width = chart.element.clientWidth;
    chart.plot = new uPlot(options(chart.spec, chart.width, chart.log), data(chart.spec, chart.log), chart.element);
  }

  function drawAll() { charts.forEach(draw); }

  document.querySelectorAll(".plot").forEach(function (element) {
    var spec = JSON.parse(document.getElementById(element.id + "-data").textContent);
    var chart = { element: element, spec: spec, log: false, plot: null, width: 0 };
    charts.push(chart);
    draw(chart);
    var toggle = document.getElementById(element.id + "-log");
    if (toggle) {
      toggle.hidden = false;
      toggle.addEventListener("click", function () {
        chart.log = !chart.log;
        toggle.setAttribute("aria-pressed", String(chart.log));
        draw(chart);
      });
    }
  });

  if (window.ResizeObserver) {
    var observer = new ResizeObserver(function () {
      charts.forEach(function (c) { if (Math.abs(c.element.clientWidth - c.width) > 1) { draw(c); } });
    });
    charts.forEach(function (c) { observer.observe(c.element); });
  }

  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", drawAll);
  var button = document.getElementById("theme");
  button.hidden = false;
  button.addEventListener("click", function () {
    var isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
    root.dataset.theme = isDark ? "light" : "dark";
    drawAll();
  });

  var before = null;
  window.addEventListener("beforeprint", function () {
    before = root.dataset.theme || "";
    root.dataset.theme = "light";
    document.querySelectorAll("details:not([open])").forEach(function (d) { d.open = true; d.dataset.print = "1"; });
    drawAll();
  });
  window.addEventListener("afterprint", function () {
    if (before) { root.dataset.theme = before; } else { delete root.dataset.theme; }
    document.querySelectorAll("details[data-print]").forEach(function (d) { d.open = false; delete d.dataset.print; });
    drawAll();
  });
})();
