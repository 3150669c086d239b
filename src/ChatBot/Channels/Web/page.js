// Sends the page's forms without leaving it: a pressed button refreshes its card, what is typed is added to the end.
// Without this script the same forms work by loading the page again.
(() => {
  const log = document.getElementById('log');
  const status = document.getElementById('status');
  if (!log || !window.fetch) return;

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const show = element => element.scrollIntoView({ block: 'nearest', behavior: calm.matches ? 'auto' : 'smooth' });
  const toEnd = () => window.scrollTo({ top: document.body.scrollHeight, behavior: calm.matches ? 'auto' : 'smooth' });

  const place = html => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
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
      last = item;
    }
    return { last, inPlace };
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
    try {
      // A button may be called "action", so the form's own is read as an attribute.
      const response = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: new URLSearchParams(sent),
        headers: { 'X-Fragment': '1' },
      });
      const { last, inPlace } = place(await response.text());
      if (!response.ok) throw new Error(String(response.status));
      if (typed) typed.value = '';
      if (inPlace && last) {
        // The log announces what is added; a card that changes in its place is announced here, and keeps the keyboard.
        status.textContent = `Card changed. ${last.dataset.summary ?? ''}`;
        last.focus({ preventScroll: true });
        show(last);
      } else {
        toEnd();
      }
    } catch {
      status.textContent = 'That did not get through. Nothing was done; please send it again.';
    } finally {
      form.removeAttribute('aria-busy');
    }
  });

  if (!location.hash) toEnd();
})();
