/// The page as a Mustache template. Everything but the style comes through escaping.
enum Template {
    static let text = """
        {{% CONTENT_TYPE:\(EscapedByScalar.name)}}
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{styleHash}}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        {{#rehearsal}}
        <aside class="rehearsal"><p><strong>{{word}}</strong> {{meaning}}</p>
        {{#intro}}<p>{{intro}}</p>{{/intro}}
        <ul>{{#stops}}<li>{{.}}</li>{{/stops}}</ul>
        </aside>
        {{/rehearsal}}
        <header>
        <p class="night">{{night}}</p>
        <h1>{{title}}</h1>
        <p class="internal">{{internalUse}}</p>
        </header>
        <main>
        {{#state}}
        <section class="state {{mark}}">
        <h2>{{words}}</h2>
        <p>{{meaning}}</p>
        <p class="limits">{{notExamined}}</p>
        </section>
        {{/state}}
        <dl class="answers">{{#answers}}<div class="{{mark}}"><dt>{{question}}</dt><dd class="answer">{{answer}}</dd><dd>{{detail}}</dd></div>{{/answers}}</dl>
        <ul class="sentences">{{#sentences}}<li>{{.}}</li>{{/sentences}}</ul>
        <dl class="facts">
        {{#facts}}
        <div><dt>{{name}}</dt><dd{{#isCode}} class="code"{{/isCode}}>{{value}}</dd></div>
        {{/facts}}
        </dl>
        {{#signatures}}
        {{#isSigned}}
        <section class="signatures">
        <h2>{{heading}}</h2>
        <div class="lines">{{#lines}}<p><strong>{{.}}</strong><span>{{blank}}</span></p>{{/lines}}</div>
        </section>
        {{/isSigned}}
        {{/signatures}}
        {{#sections}}
        <section>
        <h2>{{heading}}</h2>
        {{#paragraphs}}
        <p class="meaning">{{.}}</p>
        {{/paragraphs}}
        <ul class="notes">{{#notes}}<li class="{{mark}}">{{text}}</li>{{/notes}}</ul>
        {{#nothing}}<p>{{nothing}}</p>{{/nothing}}
        {{#charts}}
        <figure><figcaption>{{title}}</figcaption><svg role="img" aria-labelledby="{{id}}-title {{id}}-alternative" viewBox="0 0 {{width}} {{height}}" fill="#5a6577" font-size="13" font-family="DejaVu Sans, sans-serif"><title id="{{id}}-title">{{title}}</title><desc id="{{id}}-alternative">{{alternative}}</desc>{{#shapes}}<rect class="{{mark}}" fill="{{fill}}" fill-opacity="{{opacity}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"/>{{/shapes}}{{#words}}<text x="{{x}}" y="{{y}}" text-anchor="{{anchor}}" class="{{mark}}">{{text}}</text>{{/words}}</svg></figure>
        {{/charts}}
        {{#tables}}
        <div class="wide{{#isLong}} long{{/isLong}}{{#isSmall}} small{{/isSmall}}{{#isDense}} dense{{/isDense}}{{#isWhole}} whole{{/isWhole}}" tabindex="0" role="group" aria-label="{{heading}}">
        <table>
        {{#caption}}<caption>{{caption}}</caption>{{/caption}}
        <thead><tr>{{#columns}}<th scope="col"{{#isNumber}} class="number"{{/isNumber}}>{{title}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr class="row{{#isQuiet}} quiet{{/isQuiet}}{{#isTotal}} total{{/isTotal}}">{{#first}}<th scope="row" class="{{mark}}"{{#foreignLang}} lang="{{foreignLang}}"{{/foreignLang}}><span>{{text}}</span></th>{{/first}}{{#cells}}<td class="{{mark}}" data-label="{{label}}"><span>{{text}}</span></td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#standing}}<p class="standing">{{standing}}</p>{{/standing}}
        {{/tables}}
        </section>
        {{/sections}}
        {{#identification}}
        <section>
        <h2>{{heading}}</h2>
        <dl class="facts">
        {{#facts}}
        <div><dt>{{name}}</dt><dd{{#isCode}} class="code"{{/isCode}}>{{value}}</dd></div>
        {{/facts}}
        </dl>
        </section>
        {{/identification}}
        {{#signatures}}
        <footer><p>{{status}}</p></footer>
        {{/signatures}}
        </main>
        </body>
        </html>

        """
}
