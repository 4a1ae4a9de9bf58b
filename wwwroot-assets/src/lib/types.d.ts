export {};

declare global {
  interface Window {
    /** What live pages call from C#. */
    hzt: {
      toast(text: string, bad?: boolean): void;
      modal(dialog: HTMLDialogElement | null, open: boolean): void;
      mud(css: string, js: string): Promise<boolean>;
      showRow(list: HTMLElement | null, at: number, count: number): void;
    };
    Blazor: {
      start(options: object): Promise<void>;
      reconnect(): Promise<boolean>;
      resumeCircuit(): Promise<boolean>;
      addEventListener(name: 'enhancedload' | 'enhancednavigationstart' | 'enhancednavigationend', listener: () => void): void;
      removeEventListener(name: 'enhancedload', listener: () => void): void;
    };
  }
}
