export async function a(): Promise<number> {
  return 1;
}
a();
