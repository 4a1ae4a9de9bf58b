// The one script of every page: starts Blazor, keeps what was typed, shows connection and toasts.
import { keepTyped } from './lib/keep';
import { startLive } from './lib/live';
import { startConnection } from './lib/connection';
import { keepMud, loadMud } from './lib/mud';
import { holdKeys, showRow } from './lib/lists';
import { modal } from './lib/modal';
import { wireLauncher } from './lib/launcher';
import { wireMenus } from './lib/menus';
import { moveFocus } from './lib/focus';
import { toast } from './lib/toast';
import { watchSession } from './lib/session';
import { showTab } from './lib/tabs';
import { showTodos } from './lib/todos';
import { waitForPause } from './lib/typing';

window.hzt = { toast, modal, mud: loadMud, showRow };
keepTyped();
wireMenus();
startLive();
holdKeys();
watchSession();
waitForPause();
wireLauncher();
showTab();
showTodos();
void startConnection().then(() => {
  window.Blazor.addEventListener('enhancedload', () => {
    keepMud();
    moveFocus();
    startLive();
    showTab();
    showTodos();
  });
});
