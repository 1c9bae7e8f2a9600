// Theme switch, sortable tables and folded long tables of a saved report. No network, no libraries; without it everything is still readable.
(function () {
  'use strict';
  const root = document.documentElement;
  const button = document.querySelector('.theme');
  const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const label = () => { button.textContent = dark() ? 'Light' : 'Dark'; };
  button.hidden = false;
  button.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; label(); });
  label();

  const key = cell => cell.dataset.v === undefined ? null : Number(cell.dataset.v);
  function sort(table, column, down) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows).map((row, i) => ({ row, i, value: key(row.cells[column]), text: row.cells[column].textContent }));
    rows.sort((a, b) => {
      const both = a.value !== null && b.value !== null;
      const order = both ? a.value - b.value : a.value !== null ? 1 : b.value !== null ? -1 : a.text.localeCompare(b.text, 'en', { numeric: true });
      return (down ? -order : order) || a.i - b.i;
    });
    rows.forEach(each => body.append(each.row));
  }
  document.querySelectorAll('table.sortable').forEach(table => {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const control = document.createElement('button');
      control.type = 'button';
      control.append(...head.childNodes);
      head.append(control);
      control.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending' || (head.classList.contains('n') && !head.hasAttribute('aria-sort'));
        heads.forEach(each => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        sort(table, column, down);
        unfold(table);
      });
    });
    const extra = table.querySelectorAll('tr.extra').length;
    if (extra > 0) {
      table.classList.add('folded');
      const more = document.createElement('button');
      more.type = 'button';
      more.className = 'more';
      more.textContent = 'show ' + extra + ' more rows';
      more.addEventListener('click', () => unfold(table));
      table.parentElement.after(more);
    }
  });
  // What stands behind a number: its row in the appendix, shown at cells when pointed at, at headings and key numbers also when focused.
  const rows = Array.from(document.querySelectorAll('#table-where-from tbody tr'), row => Array.from(row.cells, cell => cell.textContent));
  const files = {};
  document.querySelectorAll('#table-where-from-data tbody tr').forEach(row => { files[row.cells[0].textContent] = row.cells[1].textContent; });
  const note = document.body.appendChild(document.createElement('div'));
  note.className = 'origin';
  note.id = 'origin';
  note.setAttribute('role', 'tooltip');
  note.hidden = true;
  function behind(element) {
    const cell = element.closest && element.closest('[data-w], td.n, th button');
    if (!cell) return null;
    if (cell.dataset.w) return { cell, row: rows[cell.dataset.w - 1] };
    const table = cell.closest('table');
    const head = cell.closest('th') || (table && table.tHead ? table.tHead.rows[0].cells[cell.cellIndex] : null);
    return head && head.dataset.w ? { cell, row: rows[head.dataset.w - 1] } : null;
  }
  let shown = null;
  function tell(event) {
    const found = behind(event.target);
    if (!found || !found.row) return hush();
    if (found.cell === shown) return;
    hush();
    shown = found.cell;
    const [, , method, n, interval, selection, data] = found.row;
    note.replaceChildren();
    const line = (name, words) => {
      const part = note.appendChild(document.createElement('div'));
      part.appendChild(document.createElement('span')).textContent = name;
      part.append(words);
    };
    line('is', method);
    if (n !== '–') line('n', n);
    if (interval !== 'none') line('interval', interval);
    line('of', selection);
    line('from', data.split(', ').map(letter => files[letter] || letter).join('; '));
    note.hidden = false;
    const box = shown.getBoundingClientRect();
    const below = box.bottom + 6 + note.offsetHeight <= innerHeight;
    note.style.left = Math.max(8, Math.min(innerWidth - note.offsetWidth - 8, box.right - note.offsetWidth)) + 'px';
    note.style.top = (below ? box.bottom + 6 : Math.max(8, box.top - 6 - note.offsetHeight)) + 'px';
    shown.setAttribute('aria-describedby', 'origin');
  }
  function hush() {
    if (shown) shown.removeAttribute('aria-describedby');
    shown = null;
    note.hidden = true;
  }
  document.querySelectorAll('.why').forEach(each => { each.tabIndex = 0; });
  document.addEventListener('pointerover', tell);
  document.addEventListener('focusin', tell);
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hush(); });
  addEventListener('scroll', hush, { passive: true, capture: true });
  function unfold(table) {
    table.classList.remove('folded');
    const more = table.parentElement.nextElementSibling;
    if (more && more.className === 'more') more.remove();
  }
})();
