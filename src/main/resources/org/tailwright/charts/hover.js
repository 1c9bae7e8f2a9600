// Value readouts for charts in a saved page: reads the data- attributes of svg.tw-chart and the paths of its lines. No network.
(function () {
  'use strict';
  const NBSP = '\u00a0';

  function sig(v, digits) {
    if (!isFinite(v)) return '–';
    const size = Math.abs(v);
    if (size !== 0 && (size < 1e-3 || size >= 1e15)) return v.toExponential(digits - 1).replace('-', v < 0 ? '−' : '-');
    const whole = size === 0 ? 1 : Math.floor(Math.log10(size)) + 1;
    const text = size.toFixed(Math.max(0, Math.min(20, digits - whole)));
    return (v < 0 ? '−' : '') + text.replace(/^\d+/, all => all.replace(/\B(?=(\d{3})+$)/g, ','));
  }

  function scaled(v, units, factors) {
    let i = 0;
    while (i < units.length - 1 && Math.abs(v) >= 999.5 * factors[i]) i++;
    return sig(v / factors[i], 3) + NBSP + units[i];
  }

  const write = {
    duration_nanos: v => scaled(v, v === 0 ? ['ms'] : ['ns', 'µs', 'ms', 's'], [1, 1e3, 1e6, 1e9]),
    bytes: v => scaled(v, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'], [1, 1024, 1024 ** 2, 1024 ** 3, 1024 ** 4, 1024 ** 5]),
    percent: v => sig(v * 100, 3) + NBSP + '%',
    rate: v => sig(v, 3) + NBSP + '/s'
  };

  function axis(svg, name) {
    const [kind, ...numbers] = svg.getAttribute('data-' + name).split(' ');
    const [low, high, offset] = numbers.map(Number);
    const nines = p => -Math.log10(1 - p);
    const value = {
      log: t => low * Math.pow(high / low, t),
      nines: t => 1 - Math.pow(10, -(nines(low) + t * (nines(high) - nines(low))))
    }[kind] || (t => low + t * (high - low));
    const names = (svg.getAttribute('data-' + name + '-names') || '').split('|');
    const text = {
      time: v => new Date(v + offset * 60000).toISOString().slice(11, high - low < 60000 ? 23 : 19),
      nines: v => 'p' + Number((v * 100).toPrecision(Math.max(3, Math.ceil(nines(v)) + 2))),
      named: v => names[Math.round(v)] || ''
    }[kind] || write[svg.getAttribute('data-' + name + '-quantity')] || (v => sig(v, 3));
    return t => text(value(t));
  }

  // Points of a path "M1 2L3 4…"; an M inside begins a new piece after a gap.
  function points(path) {
    return Array.from(path.getAttribute('d').matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g),
      part => ({ x: Number(part[2]), y: Number(part[3]), starts: part[1] === 'M' }));
  }

  function yAt(list, x) {
    for (let i = 1, a = list[0]; i < list.length; a = list[i++]) {
      const b = list[i];
      if (!b.starts && a.x <= x && x <= b.x) return a.x === b.x ? b.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
    }
    return NaN;
  }

  const tip = document.createElement('div');
  tip.setAttribute('role', 'status');
  tip.style.cssText = 'position:fixed;z-index:9;pointer-events:none;display:none;padding:6px 9px;border-radius:4px;'
    + 'border:1px solid;font:11px/1.45 "Tailwright Sans",Inter,system-ui,sans-serif;white-space:nowrap';

  function line(words, colour, bold) {
    const row = tip.appendChild(document.createElement('div'));
    row.textContent = words;
    row.style.cssText = 'color:' + colour + ';font-weight:' + (bold ? 600 : 400);
  }

  function attach(svg) {
    const [left, top, width, height] = svg.getAttribute('data-plot').split(' ').map(Number);
    const [x, y] = [axis(svg, 'x'), axis(svg, 'y')];
    const lines = Array.from(svg.querySelectorAll('path[data-name]'), p => ({ path: p, name: p.dataset.name, list: points(p) }));
    const rule = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    const looks = { class: 's-muted', 'pointer-events': 'none', 'shape-rendering': 'crispEdges' };
    Object.entries(looks).forEach(([name, value]) => rule.setAttribute(name, value));
    let place = left + width / 2;
    const hide = () => {
      tip.style.display = 'none';
      rule.removeAttribute('d');
    };

    function show(px, py, cell) {
      if (px < left || px > left + width || py < top || py > top + height) return hide();
      place = px;
      const colour = name => getComputedStyle(svg).getPropertyValue('--' + name);
      tip.replaceChildren();
      Object.assign(tip.style, { background: colour('c-surface'), borderColor: colour('c-line'), display: 'block' });
      line(x((px - left) / width) + (lines.length ? '' : ' · ' + y((top + height - py) / height)), colour('t-text'), true);
      for (const each of lines) {
        const at = yAt(each.list, px);
        const role = each.path.getAttribute('class').replace(/^.*s-/, 't-');
        if (at >= top - 0.5 && at <= top + height + 0.5) line(each.name + ' ' + y((top + height - at) / height), colour(role), false);
      }
      if (cell) line(cell, colour('t-muted'), false);
      rule.setAttribute('d', 'M' + px + ' ' + top + 'v' + height);
      const corner = new DOMPoint(px, py).matrixTransform(svg.getScreenCTM());
      const right = corner.x + 14 + tip.offsetWidth > innerWidth;
      tip.style.left = Math.max(0, right ? corner.x - 14 - tip.offsetWidth : corner.x + 14) + 'px';
      tip.style.top = Math.max(0, Math.min(innerHeight - tip.offsetHeight, corner.y + 14)) + 'px';
    }

    svg.addEventListener('pointermove', event => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      show(at.x, at.y, event.target.dataset ? event.target.dataset.count : '');
    });
    ['pointerleave', 'blur'].forEach(leaving => svg.addEventListener(leaving, hide));
    svg.setAttribute('tabindex', '0');
    svg.addEventListener('keydown', event => {
      const step = { ArrowLeft: -1, ArrowRight: 1, Escape: 0 }[event.key];
      if (step === 0) hide();
      if (!step) return;
      event.preventDefault();
      show(Math.max(left, Math.min(left + width, place + step * (event.shiftKey ? 20 : 4))), top + height / 2, '');
    });
  }

  document.body.appendChild(tip);
  document.querySelectorAll('svg.tw-chart[data-plot]').forEach(attach);
})();
