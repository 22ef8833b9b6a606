/** `chrome` in Chromium's extensions page, with the part of its API that tests use. */
export interface WithDeveloperPrivate {
  developerPrivate: {
    deleteExtensionErrors(which: { extensionId: string }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      errorCollection: { isActive: boolean };
      runtimeErrors: { severity: string; source: string; message: string }[];
    }>;
    reload(id: string, options: { failQuietly: boolean }): Promise<void>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
}
