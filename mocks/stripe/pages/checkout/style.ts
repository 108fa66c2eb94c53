/** The looks of the checkout page: its own, in light and dark, from the width of a phone up. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1f36;--soft:#596075;--paper:#fff;--side:#f5f6fb;--line:#c3c9d9;--field:#fff;--go:#4338ca;--go-ink:#fff;--bad:#a3243b;--bad-soft:#fdf1f3;--ring:#4338ca}
@media(prefers-color-scheme:dark){:root{--ink:#eceef5;--soft:#a9b0c5;--paper:#161a26;--side:#10131d;--line:#454d66;--field:#1d2231;--go:#a5a0ff;--go-ink:#10131d;--bad:#ff9db0;--bad-soft:#35202a;--ring:#a5a0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{display:grid;min-height:100vh}
section{padding:1.75rem 1.25rem}
section>div{max-width:26rem;margin:0 auto}
.side{background:var(--side);border-bottom:1px solid var(--line)}
@media(min-width:56rem){main{grid-template-columns:1fr 1fr}section{padding:4.5rem 3rem}.side{border:0;border-right:1px solid var(--line)}.side>div{margin-right:0}.pay>div{margin-left:0}}
header{display:flex;align-items:center;gap:.6rem;margin-bottom:1.75rem;font-weight:600}
header a{color:inherit;text-decoration:none;padding:.2rem .5rem;margin-left:-.5rem;border-radius:6px}
header a:hover{background:color-mix(in srgb,var(--ink) 8%,transparent)}
.test{margin-left:auto;font-size:.72rem;font-weight:700;letter-spacing:.04em;padding:.1rem .5rem;border-radius:4px;background:#ffde92;color:#4a2b00}
h1{font-size:1rem;font-weight:500;color:var(--soft);margin:0}
.total{font-size:2.25rem;font-weight:650;line-height:1.2;margin:.1rem 0 1.75rem;font-variant-numeric:tabular-nums}
h2{font-size:1.05rem;margin:1.75rem 0 .75rem}
h2:first-child{margin-top:0}
ul{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;padding:.75rem 0}
li b,dd,.sum{font-weight:550;font-variant-numeric:tabular-nums}
li b,li .each{text-align:right}
li small{color:var(--soft);font-size:.875rem}
dl{display:grid;grid-template-columns:1fr auto;gap:.5rem 0;margin:1rem 0 0;padding-top:1rem;border-top:1px solid var(--line)}
dd{margin:0;text-align:right}
dt.sum,dd.sum{padding-top:.6rem;border-top:1px solid var(--line);margin-top:.2rem;font-size:1.05rem}
label,legend{display:block;font-size:.875rem;font-weight:550;margin:.9rem 0 .3rem;padding:0}
label span{color:var(--soft);font-weight:400}
input,select{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:8px;padding:.6rem .75rem;min-height:2.85rem}
input[type=checkbox],input[type=radio]{width:1.1rem;min-height:0;height:1.1rem;margin:.2rem .6rem 0 0;flex:none;accent-color:var(--go)}
label.tick{display:flex;align-items:flex-start;font-weight:400;font-size:.9rem}
label.tick b{margin-left:auto;padding-left:1rem}
input:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--ring);outline-offset:1px}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 .75rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
.wrong{color:var(--bad);font-size:.875rem;margin:.3rem 0 0}
.alert{background:var(--bad-soft);border:1px solid var(--bad);color:var(--bad);border-radius:8px;padding:.75rem 1rem;margin:0 0 1.25rem}
.row{display:flex;gap:.5rem;align-items:end;margin-top:.75rem}
.row>div{flex:1}
.row label{margin-top:0}
button{font:inherit;font-weight:600;border-radius:8px;border:1px solid var(--line);background:var(--field);color:inherit;padding:.6rem 1rem;min-height:2.85rem;cursor:pointer}
button:hover{border-color:var(--ink)}
.go{width:100%;margin-top:1.75rem;background:var(--go);border-color:var(--go);color:var(--go-ink);font-size:1.05rem;min-height:3.1rem}
.go:hover{filter:brightness(1.1)}
.go[disabled]{opacity:.65;cursor:progress}
.quantity{display:flex;gap:.5rem;align-items:center;margin-top:.35rem}
.quantity label{margin:0;font-weight:400;color:var(--soft)}
.quantity input{width:5rem;min-height:2.4rem;padding:.3rem .6rem}
.quantity button{min-height:2.4rem;padding:.3rem .75rem;font-weight:500}
.tag{display:inline-flex;align-items:center;gap:.5rem;background:color-mix(in srgb,var(--ink) 9%,transparent);border-radius:6px;padding:.15rem .3rem .15rem .6rem;font-weight:600;font-size:.9rem}
.tag button{min-height:1.6rem;padding:0 .5rem;border:0;background:none}
footer,.note{color:var(--soft);font-size:.82rem;margin-top:1.5rem}
footer a{color:inherit}
.alone{display:grid;place-items:center;min-height:100vh;padding:1.5rem;background:var(--side)}
.alone>div{width:min(28rem,100%);background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:2.25rem}
.alone h1{font-size:1.4rem;font-weight:650;color:var(--ink);margin-bottom:.5rem}
.alone a{color:var(--go);font-weight:600}
@media(prefers-reduced-motion:no-preference){button,input,select{transition:border-color .12s,filter .12s}}`
