const pad = (value: number) => String(value).padStart(2, "0");

/** `1:05`, `1:00:00`. @param seconds a whole number */
export function countdown(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const end = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${end}` : `${minutes}:${end}`;
}
