export function LimitsView() { return <h2>Limits</h2> }
