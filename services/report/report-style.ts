/** The style of a report: light or dark as the reader prefers, and fit for print. */
export const style = `
:root{color-scheme:light dark;--fore:#1b2430;--soft:#5d6b7c;--back:#f6f7f9;--card:#fff;--line:#dde2e8;--a:#2f6fde;--b:#f0a13a;--c:#35a58a}
@media(prefers-color-scheme:dark){:root{--fore:#e6eaf0;--soft:#96a3b4;--back:#12161c;--card:#1b212a;--line:#2c3541;--a:#5b93f5;--b:#f0b35f;--c:#4fc4a7}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--fore);font:15px/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1100px;margin:0 auto;padding:28px 20px}h1{margin:0;font-size:26px}header p,footer{color:var(--soft);margin:4px 0 18px}footer{margin-top:32px;font-size:13px}
h2{font-size:16px;margin:28px 0 8px}.caution{background:color-mix(in srgb,var(--b) 18%,var(--card));border-left:4px solid var(--b);padding:8px 12px;margin:6px 0;border-radius:4px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px;margin-top:16px}.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.card h3{margin:0;font-size:13px;font-weight:500;color:var(--soft)}.card strong{display:block;overflow-wrap:anywhere;font-size:22px;margin:2px 0}.card span{font-size:12px;color:var(--soft)}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px}figcaption{font-size:13px;color:var(--soft);margin-bottom:6px}figcaption span{margin-left:14px}
figcaption i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:5px}svg{width:100%;height:auto;display:block}
.a{fill:var(--a);background:var(--a)}.b{fill:var(--b);background:var(--b)}.c{fill:var(--c);background:var(--c)}.grid{stroke:var(--line)}.axis{fill:var(--soft);font-size:11px}.target{fill:transparent}g:hover .target{fill:color-mix(in srgb,var(--soft) 14%,transparent)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(460px,100%),1fr));gap:0 24px}table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:8px;font-size:13px}
th{color:var(--soft);font-weight:500}th,td{text-align:right;padding:5px 10px;border-bottom:1px solid var(--line);white-space:nowrap}th:first-child,.name{text-align:left}.wide th{text-align:left}.wide th:nth-last-child(-n+2){text-align:right}
.name{overflow-wrap:anywhere;white-space:normal}.bar{display:block;height:4px;border-radius:2px;background:var(--a);margin-top:3px;min-width:1px}
@media print{body{background:#fff}.card,figure,table{break-inside:avoid}}`;
