// The manager's page of today: htmx fetches the figures again every few seconds; ids keep the focus where it was.
import htmx from 'htmx.org';

// Both would need what our content security policy forbids.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;

document.body.classList.add('app-live');

document.body.addEventListener('htmx:beforeRequest', (event) => {
  if (document.hidden) event.preventDefault();
});

document.body.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  // Signed out meanwhile: the answer is the sign-in page, which belongs in the whole window.
  if (!new URL(xhr.responseURL).pathname.startsWith('/manage')) {
    event.preventDefault();
    location.reload();
  }
});
