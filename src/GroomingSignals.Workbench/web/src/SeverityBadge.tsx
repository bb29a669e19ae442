import type { Severity } from './api';

export const SeverityBadge = ({ severity }: { severity: Severity }) => <span class={`badge ${severity}`}>{severity}</span>;
