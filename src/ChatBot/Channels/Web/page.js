// Sends the page's forms without leaving it: a pressed button refreshes its card, what is typed is added to the end.
// Without this script the same forms work by loading the page again.
(() => {
  const log = document.getElementById('log');
  const status = document.getElementById('status');
  const trouble = document.getElementById('trouble');
  if (!log || !window.fetch) return;

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  // To its beginning: answers can be longer than the window.
  const show = element => element?.scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });

  const place = html => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    let first = null;
    let last = null;
    let inPlace = false;
    for (const item of [...holder.content.children]) {
      const old = document.getElementById(item.id);
      if (old) {
        old.replaceWith(item);
        inPlace = true;
      } else {
        log.append(item);
      }
      first ??= item;
      last = item;
    }
    return { first, last, inPlace };
  };

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.hasAttribute('data-plain') || form.getAttribute('method') !== 'post') return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') return;

    const sent = new FormData(form, event.submitter);
    const typed = form.classList.contains('say') ? form.querySelector('input') : null;
    if (typed && typed.value.trim() === '') return;
    form.setAttribute('aria-busy', 'true');
    status.textContent = '';
    trouble.textContent = '';
    try {
      // A button may be called "action", so the form's own is read as an attribute.
      const response = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: new URLSearchParams(sent),
        headers: { 'X-Fragment': '1' },
      });
      const { first, last, inPlace } = place(await response.text());
      if (!response.ok) throw new Error(String(response.status));
      if (typed) typed.value = '';
      if (inPlace && last) {
        // The log announces what is added; a card that changes in its place is announced here, and keeps the keyboard.
        status.textContent = `Card changed. ${last.dataset.summary ?? ''}`;
        last.focus({ preventScroll: true });
        if (last.getBoundingClientRect().top < 60) show(last);
      } else {
        show(first);
      }
    } catch {
      trouble.textContent = 'That did not get through. Nothing was done; please send it again.';
    } finally {
      form.removeAttribute('aria-busy');
    }
  });

  if (!location.hash) log.lastElementChild?.scrollIntoView({ block: 'start' });
})();
