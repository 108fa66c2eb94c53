export function ScenariosView() { return <h2>Scenarios</h2> }
