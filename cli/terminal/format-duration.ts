/** Formats seconds in the two largest units, e.g. `2 d 3 h`, `1 h 2 min`, `1 h`, `45 s`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
  ];
  const two = (large: string, count: number, small: string) => (count === 0 ? large : `${large} ${count} ${small}`);
  if (days > 0) return two(`${days} d`, hours, 'h');
  if (hours > 0) return two(`${hours} h`, minutes, 'min');
  return minutes > 0 ? two(`${minutes} min`, whole % 60, 's') : `${whole} s`;
}
