/// The page's style: light and dark, a telephone's width and A4. A colour by name stands in a property of its own, since
/// WeasyPrint knows no such name inside of another one; and in pictures it knows no style at all (`Page.Shape`).
enum Style {
    /// - Parameter header: stands on every printed page but the first. It is of our own words and dates; what would end
    /// the string or the style is left out all the same.
    static func sheet(header: String) -> String {
        let safe = header.filter { !"\"\\<".contains($0) && !$0.isNewline }
        return text
            + "@page { @top-left { content: \"\(safe)\"; font: 8pt \"DejaVu Sans\", sans-serif; color: #5a6577; } } @page :first { @top-left { content: none; } }\n"
    }

    static let text = """

        :root { --paper: #fff; --ink: #1b2330; --soft: #5a6577; --line: #d9dee6; --shade: #f4f6f9;
          --good: #1b6e3c; --bad: #a8201a; --open: #8a5a00; --good-shade: #e7f4ec; --bad-shade: #fbe9e8; --open-shade: #fdf3df;
          --heat: #2b5c9e; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --paper: #141922; --ink: #e4e8ef; --soft: #9aa5b5; --line: #323b49; --shade: #1c232e;
            --good: #74cf98; --bad: #ff9a92; --open: #eebf62; --good-shade: #17301f; --bad-shade: #3a1d1b; --open-shade: #352a14;
            --heat: #7fb2f0; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 72rem; background-color: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
        h2 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
        p { margin: 0 0 .5rem; max-width: 75ch; }
        main > section { margin-top: 2.5rem; }
        .night { color: var(--soft); font-size: 1.05rem; margin: 0; } .night::first-letter { text-transform: uppercase; }
        .internal, .limits, .meaning, footer { color: var(--soft); font-size: .92rem; }
        .internal { margin-top: .35rem; }
        .rehearsal { margin-bottom: 1.5rem; padding: .75rem 1rem; border: 2px dashed; border-color: var(--open); border-radius: .4rem; }
        .rehearsal p { max-width: none; margin: 0; }
        .rehearsal p + p { margin-top: .5rem; }
        .rehearsal strong { color: var(--open); text-transform: uppercase; letter-spacing: .04em; margin-right: .5rem; }
        .rehearsal ul { margin: .25rem 0 0; padding-left: 1.25rem; overflow-wrap: anywhere; }
        .rehearsal ul:empty, .notes:empty { display: none; }
        main > .state { margin-top: 1.25rem; padding: 1rem 1.25rem; border-left: .4rem solid; border-radius: .3rem; }
        .state p { margin: 0; max-width: none; }
        .state .limits { margin-top: .35rem; }
        .state.clear { border-color: var(--good); background-color: var(--good-shade); }
        .state.deviations { border-color: var(--bad); background-color: var(--bad-shade); }
        .state.unproven { border-color: var(--open); background-color: var(--open-shade); }
        .state.clear h2 { color: var(--good); } .state.deviations h2 { color: var(--bad); } .state.unproven h2 { color: var(--open); }
        .sentences { margin: 1.25rem 0; padding-left: 1.25rem; } .sentences:empty, .answers:empty { display: none; }
        .answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1.25rem 0; }
        .answers > div { padding: .8rem 1.1rem .9rem; border: 1px solid; border-color: var(--line); border-top: .3rem solid; border-top-color: var(--soft); border-radius: .3rem; }
        .answers dt { font-weight: 600; } .answers dd { margin: 0; color: var(--soft); font-size: .92rem; }
        .answers .answer { margin: .1rem 0 .2rem; color: var(--ink); font-size: 1.75rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .answers > .good { border-top-color: var(--good); } .good > .answer { color: var(--good); }
        .answers > .bad { border-top-color: var(--bad); } .bad > .answer { color: var(--bad); }
        .answers > .open { border-top-color: var(--open); } .open > .answer { color: var(--open); }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr)); gap: 0 2rem; margin: 0;
          border-top: 1px solid; border-top-color: var(--line); }
        .facts div { display: grid; grid-template-columns: 15.25rem 1fr; gap: 1rem; padding: .4rem 0; border-bottom: 1px solid; border-bottom-color: var(--line); }
        .facts dt { color: var(--soft); overflow-wrap: anywhere; } .facts dd { margin: 0; overflow-wrap: anywhere; }
        .code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85em; overflow-wrap: anywhere; }
        .notes { list-style: none; margin: .25rem 0 .75rem; padding: 0; }
        .notes li { padding: .15rem 0 .15rem .9rem; border-left: .25rem solid; border-left-color: var(--line); margin-bottom: .3rem; }
        .notes li::first-letter { text-transform: uppercase; } .notes .bad { border-color: var(--bad); } .notes .open { border-color: var(--open); }
        table { width: 100%; border-collapse: collapse; margin-top: .75rem; font-size: .92rem; }
        caption { text-align: left; font-weight: 600; padding: .75rem 0 .25rem; }
        caption::first-letter { text-transform: uppercase; }
        th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid; border-bottom-color: var(--line); }
        thead th { color: var(--soft); font-weight: 600; vertical-align: bottom; border-bottom-width: 2px; }
        tbody th { font-weight: 600; } tbody .name { white-space: nowrap; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; }
        .quiet > * { color: var(--soft); } .quiet th { font-weight: 400; }
        .total > * { border-top: 2px solid; border-top-color: var(--line); font-weight: 600; }
        td.good span, td.bad:not(.number) span, td.open span { display: inline-block; padding: 0 .5rem; border-radius: .8rem; white-space: nowrap; }
        td.good span { color: var(--good); background-color: var(--good-shade); }
        td.bad span { color: var(--bad); background-color: var(--bad-shade); } td.number.bad { color: var(--bad); font-weight: 600; }
        td.open span { color: var(--open); background-color: var(--open-shade); }
        .dense th, .dense td { padding-left: .3rem; padding-right: .3rem; } .small { max-width: 44rem; } .wide { overflow-x: auto; } .wide:focus-visible { outline: 2px solid var(--heat); outline-offset: 2px; }
        @media screen {
          .long { max-height: 36rem; overflow: auto; margin-top: .75rem; padding: 0 .6rem .6rem; border: 1px solid; border-color: var(--line); border-radius: .4rem; }
          .long thead th { position: sticky; top: 0; background-color: var(--paper); border-bottom: 0; box-shadow: inset 0 -2px var(--line); } }
        figure { margin: .75rem 0 0; } figcaption { font-weight: 600; font-size: .92rem; } svg { display: block; width: 100%; max-width: 45rem; height: auto; }
        svg text { fill: var(--soft); font-size: 13px; } .column { fill: var(--heat); } .withheld { fill: var(--line); }
        .heat0 { fill: var(--shade); } .heat1, .heat2, .heat3, .heat4 { fill: var(--heat); }
        .heat1 { fill-opacity: .25; } .heat2 { fill-opacity: .5; } .heat3 { fill-opacity: .75; }
        .standing { color: var(--soft); font-size: .82rem; margin-top: .25rem; max-width: none; }
        .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 2rem; }
        .lines p { display: grid; gap: 3.5rem; } .lines span { border-top: 1px solid; border-top-color: var(--ink); color: var(--soft); font-size: .85rem; padding-top: .2rem; }
        footer { margin-top: 2rem; }
        @media screen and (max-width: 46rem) {
          body { padding: 1rem 1rem 3rem; }
          h1 { font-size: 1.5rem; }
          .facts { display: block; } .facts div { grid-template-columns: 1fr; gap: 0; }
          table, tbody, tr, th, td { display: block; } caption { display: block; } thead { display: none; }
          tr { border: 1px solid; border-color: var(--line); border-radius: .4rem; margin-bottom: .6rem; padding: .35rem .7rem; background-color: var(--shade); }
          tbody th, td { border: 0; padding: .15rem 0; }
          tbody th { font-size: 1rem; }
          td { display: flex; justify-content: space-between; gap: 1rem; text-align: right; }
          td::before { content: attr(data-label); color: var(--soft); text-align: left; font-family: system-ui, sans-serif; }
          td:has(span:empty), td.zero:not(:first-of-type), td.none { display: none; } tbody .name { white-space: normal; }
          .total > * { border-top: 0; }
          .number { white-space: normal; } svg text { font-size: 24px; } svg .minor { display: none; } }
        @page { size: A4; margin: 15mm 14mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "DejaVu Sans", sans-serif; color: #5a6577; } }

        @media print {
          html { font-size: 9.5pt; } body { padding: 0; max-width: none; }
          main > section { margin-top: 7mm; } h2, caption, .meaning, figcaption { break-after: avoid; } p, li { break-inside: avoid; } .standing { break-before: avoid; }
          .state, .rehearsal, .facts, .notes, tr, figure, .signatures { break-inside: avoid; } .wide { overflow: visible; } .whole { break-inside: avoid; }
          table { font-size: 8pt; } th, td { padding: 1.2mm 1.5mm; } thead { display: table-header-group; }
          .facts { display: table; width: 100%; } .facts div { display: table-row; }
          .facts dt, .facts dd { display: table-cell; padding: 1mm 3mm 1mm 0; border-bottom: 1px solid; border-bottom-color: var(--line); } .facts dt { width: 34%; }
          .answers { display: table; table-layout: fixed; width: 100%; border-spacing: 2mm 0; margin: 4mm 0; break-inside: avoid; }
          .answers > div { display: table-cell; padding: 2.5mm 3.5mm; } .answers .answer { font-size: 17pt; }
          .lines { display: table; table-layout: fixed; width: 100%; border-spacing: 6mm 0; } .lines p { display: table-cell; }
          .lines span { display: block; margin-top: 18mm; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

        """
}
