export function StateView() { return <h2>State</h2> }
