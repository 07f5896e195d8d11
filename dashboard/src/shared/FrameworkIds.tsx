/** Requirements by framework: "aws-security-hub: S3.8, S3.1". */
export function FrameworkIds({ frameworks }: { frameworks: Readonly<Record<string, readonly string[]>> }) {
  const entries = Object.entries(frameworks).filter(([, ids]) => ids.length > 0);
  return (
    <ul className="bare-list">
      {entries.map(([framework, ids]) => (
        <li key={framework}>
          {framework}: {ids.join(', ')}
        </li>
      ))}
    </ul>
  );
}
