// The number of open to-dos at the rail: asked for seldom, redrawn after every change of page.
interface Counts { open: number; dueToday: number; overdue: number; }

const fresh = 60_000;
let known = 0;
let askedAt = -fresh;

export function showTodos(): void {
  draw();
  const own = location.pathname === '/todos' || location.pathname === '/';
  if (document.querySelector('.rail .me') && (own || performance.now() - askedAt >= fresh)) {
    askedAt = performance.now();
    void ask();
  }
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch('/api/v1/todos/count', { headers: { accept: 'application/json' } });
    if (answer.ok) {
      known = (await answer.json() as Counts).open;
      draw();
    }
  } catch {
    // Out of reach; the next page asks again.
  }
}

function draw(): void {
  const entry = document.querySelector('.rail [data-badge="Todos"]');
  if (!entry) {
    return;
  }
  const dot = entry.querySelector('.dot') ?? entry.appendChild(Object.assign(document.createElement('span'), { className: 'dot' }));
  dot.textContent = known === 0 ? '' : known > 99 ? '99+' : String(known);
}
