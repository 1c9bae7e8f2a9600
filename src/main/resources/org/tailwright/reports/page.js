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
  function unfold(table) {
    table.classList.remove('folded');
    const more = table.parentElement.nextElementSibling;
    if (more && more.className === 'more') more.remove();
  }
})();
