// @ts-nocheck
// Generated from reports/html/*.hbs by npm run generate.
export const PRECOMPILED = {
  "bar": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<rect class=\""
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":2,"column":130},"end":{"line":2,"column":134}} ), depth0))
    + "\" x=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":2,"column":143},"end":{"line":2,"column":144}} ), depth0))
    + "\" y=\"0\" width=\""
    + alias3(alias2(alias1(depth0, "width", {"start":{"line":2,"column":163},"end":{"line":2,"column":168}} ), depth0))
    + "\" height=\"6\"></rect>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":101},"end":{"line":2,"column":199}}})) != null ? stack1 : "")
    + "</svg>\n";
},"useData":true},
  "cover": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <div>\n          <dt>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":9,"column":16},"end":{"line":9,"column":20}} ), depth0))
    + "</dt>\n          <dd>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":14},"end":{"line":10,"column":70}}})) != null ? stack1 : "")
    + "</dd>\n        </div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "<bdi class=\"line\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</bdi>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<header class=\"cover\">\n  <div class=\"cover-inner\">\n    <p class=\"kicker\">vault-posture</p>\n    <h1>Secret store posture report</h1>\n    <dl>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"facts"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":6},"end":{"line":12,"column":15}}})) != null ? stack1 : "")
    + "    </dl>\n  </div>\n</header>\n";
},"useData":true},
  "coverage": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    <p class=\"lead\">"
    + alias3(alias2(alias1(depth0, "read", {"start":{"line":5,"column":22},"end":{"line":5,"column":26}} ), depth0))
    + " of "
    + alias3(alias2(alias1(depth0, "asked", {"start":{"line":5,"column":34},"end":{"line":5,"column":39}} ), depth0))
    + " reads in "
    + alias3(alias2(alias1(depth0, "places", {"start":{"line":5,"column":53},"end":{"line":5,"column":59}} ), depth0))
    + " were answered in full ("
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":5,"column":87},"end":{"line":5,"column":92}} ), depth0))
    + ").</p>\n    <h3>What could not be read, and what would cure it</h3>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"cures"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(13, data, 0),"data":data,"loc":{"start":{"line":7,"column":4},"end":{"line":34,"column":11}}})) != null ? stack1 : "")
    + "    <h3>What was asked for</h3>\n    <table class=\"stack subjects\">\n      <caption>Reads by subject and by the service that was asked; one read for each vault, subscription or tenant</caption>\n      <thead>\n        <tr>\n          <th scope=\"col\">Subject</th>\n          <th scope=\"col\">Asked of</th>\n          <th scope=\"col\" class=\"number\">Asked</th>\n          <th scope=\"col\" class=\"number\">Read</th>\n          <th scope=\"col\" class=\"number\">Read elsewhere, with less</th>\n          <th scope=\"col\" class=\"number\">Not read</th>\n          <th scope=\"col\">Share read</th>\n        </tr>\n      </thead>\n      <tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"subjects"),{"name":"each","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":50,"column":8},"end":{"line":60,"column":17}}})) != null ? stack1 : "")
    + "      </tbody>\n    </table>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"best"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":6},"end":{"line":8,"column":40}}})) != null ? stack1 : "")
    + "\n      <ol class=\"cures\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"cures"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":8},"end":{"line":30,"column":17}}})) != null ? stack1 : "")
    + "      </ol>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "best", {"start":{"line":8,"column":23},"end":{"line":8,"column":27}} ), depth0))
    + "</p>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          <li>\n            <h4><bdi>"
    + alias3(alias2(alias1(depth0, "cure", {"start":{"line":12,"column":23},"end":{"line":12,"column":27}} ), depth0))
    + "</bdi></h4>\n            <p class=\"where\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"gives"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":29},"end":{"line":13,"column":78}}})) != null ? stack1 : "")
    + alias3(alias2(alias1(depth0, "gaps", {"start":{"line":13,"column":80},"end":{"line":13,"column":84}} ), depth0))
    + " in "
    + alias3(alias2(alias1(depth0, "places", {"start":{"line":13,"column":92},"end":{"line":13,"column":98}} ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":13,"column":104},"end":{"line":13,"column":109}} ), depth0))
    + " of what was asked</p>\n            <ul>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":14},"end":{"line":27,"column":23}}})) != null ? stack1 : "")
    + "            </ul>\n          </li>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<strong>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "gives", {"start":{"line":13,"column":52},"end":{"line":13,"column":57}} ), depth0))
    + "</strong> – ";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "                <li>\n                  <details>\n                    <summary><strong>"
    + alias3(alias2(alias1(depth0, "what", {"start":{"line":18,"column":39},"end":{"line":18,"column":43}} ), depth0))
    + "</strong> <span class=\"plane\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":18,"column":77},"end":{"line":18,"column":82}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "reason", {"start":{"line":18,"column":94},"end":{"line":18,"column":100}} ), depth0))
    + " <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":18,"column":125},"end":{"line":18,"column":130}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"verdicts"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":132},"end":{"line":18,"column":214}}})) != null ? stack1 : "")
    + "</span></summary>\n                    <ul class=\"places\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"places"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":22},"end":{"line":22,"column":31}}})) != null ? stack1 : "")
    + "                      "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"more"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":22},"end":{"line":23,"column":91}}})) != null ? stack1 : "")
    + "\n                    </ul>\n                  </details>\n                </li>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ", "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"orMore"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":150},"end":{"line":18,"column":180}}})) != null ? stack1 : "")
    + container.escapeExpression(container.lambda(container.strict(depth0, "verdicts", {"start":{"line":18,"column":182},"end":{"line":18,"column":190}} ), depth0))
    + " unknown for it";
},"7":function(container,depth0,helpers,partials,data) {
    return "at least ";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "                        <li><bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":21,"column":48},"end":{"line":21,"column":52}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"parts"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":60},"end":{"line":21,"column":101}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"fallback"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":101},"end":{"line":21,"column":167}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"detail"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":167},"end":{"line":21,"column":212}}})) != null ? stack1 : "")
    + "</li>\n";
},"9":function(container,depth0,helpers,partials,data) {
    return " – "
    + container.escapeExpression(container.lambda(container.strict(depth0, "parts", {"start":{"line":21,"column":78},"end":{"line":21,"column":83}} ), depth0))
    + " not read";
},"10":function(container,depth0,helpers,partials,data) {
    return " – "
    + container.escapeExpression(container.lambda(container.strict(depth0, "fallback", {"start":{"line":21,"column":122},"end":{"line":21,"column":130}} ), depth0))
    + " answered instead, with less";
},"11":function(container,depth0,helpers,partials,data) {
    return " – <bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "detail", {"start":{"line":21,"column":191},"end":{"line":21,"column":197}} ), depth0))
    + "</bdi>";
},"12":function(container,depth0,helpers,partials,data) {
    return "<li>and "
    + container.escapeExpression(container.lambda(container.strict(depth0, "more", {"start":{"line":23,"column":44},"end":{"line":23,"column":48}} ), depth0))
    + " more, all in the JSON report</li>";
},"13":function(container,depth0,helpers,partials,data) {
    return "      <p>Nothing: every read was answered.</p>\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          <tr"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lacking"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":13},"end":{"line":51,"column":51}}})) != null ? stack1 : "")
    + ">\n            <th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "what", {"start":{"line":52,"column":30},"end":{"line":52,"column":34}} ), depth0))
    + "</th>\n            <td class=\"word\" data-label=\"Asked of\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":53,"column":53},"end":{"line":53,"column":58}} ), depth0))
    + "</td>\n            <td class=\"number\" data-label=\"Asked\">"
    + alias3(alias2(alias1(depth0, "asked", {"start":{"line":54,"column":52},"end":{"line":54,"column":57}} ), depth0))
    + "</td>\n            <td class=\"number\" data-label=\"Read\">"
    + alias3(alias2(alias1(depth0, "read", {"start":{"line":55,"column":51},"end":{"line":55,"column":55}} ), depth0))
    + "</td>\n            <td class=\"number\" data-label=\"Read elsewhere, with less\">"
    + alias3(alias2(alias1(depth0, "instead", {"start":{"line":56,"column":72},"end":{"line":56,"column":79}} ), depth0))
    + "</td>\n            <td class=\"number missing\" data-label=\"Not read\">"
    + alias3(alias2(alias1(depth0, "missing", {"start":{"line":57,"column":63},"end":{"line":57,"column":70}} ), depth0))
    + "</td>\n            <td class=\"share\" data-label=\"Share read\"><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":58,"column":77},"end":{"line":58,"column":82}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"bar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td>\n          </tr>\n";
},"15":function(container,depth0,helpers,partials,data) {
    return " class=\"lacking\"";
},"16":function(container,depth0,helpers,partials,data) {
    return "    <p class=\"notice\">The run recorded no read at all: nothing can be said about what was examined.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"coverage\" aria-labelledby=\"coverage-title\" tabindex=\"-1\">\n  <h2 id=\"coverage-title\">Coverage</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"any"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(16, data, 0),"data":data,"loc":{"start":{"line":4,"column":2},"end":{"line":65,"column":9}}})) != null ? stack1 : "")
    + "</section>\n";
},"usePartial":true,"useData":true},
  "explorer": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<strong>The "
    + alias3(alias2(alias1(depth0, "unexplored", {"start":{"line":5,"column":36},"end":{"line":5,"column":46}} ), depth0))
    + " least severe are left out here; report.json has all "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":5,"column":103},"end":{"line":5,"column":108}} ), depth0))
    + ".</strong>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"explorer\" id=\"explorer\" aria-labelledby=\"explorer-title\" tabindex=\"-1\" hidden>\n  <h2 id=\"explorer-title\">All findings</h2>\n  <p class=\"lead\">Failed and unanswered, the worst first; each opens to its evidence. The address of this page keeps the filter.\n    "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"unexplored"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":4},"end":{"line":5,"column":127}}})) != null ? stack1 : "")
    + "</p>\n  <form id=\"filter\" role=\"search\" aria-label=\"Findings\">\n    <label>Severity <select name=\"severity\"><option value=\"\">Any</option></select></label>\n    <label>Verdict <select name=\"verdict\"><option value=\"\">Any</option></select></label>\n    <label>Rule <select name=\"rule\"><option value=\"\">Any</option></select></label>\n    <label>Vault <select name=\"vault\"><option value=\"\">Any</option></select></label>\n    <label>Subscription <select name=\"subscription\"><option value=\"\">Any</option></select></label>\n    <label>Framework or control <select name=\"control\"><option value=\"\">Any</option></select></label>\n    <label class=\"text\">Text <input type=\"search\" name=\"text\" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"200\" aria-describedby=\"explorer-keys\"></label>\n    <button type=\"reset\">Clear</button>\n  </form>\n  <p class=\"tally\"><output id=\"matches\" aria-live=\"polite\"></output> <span id=\"explorer-keys\" class=\"where\"><kbd>/</kbd> to search, arrow keys to move, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to close</span></p>\n  <p class=\"empty\" id=\"no-match\" hidden>No finding fits all of that. <button type=\"button\" id=\"ask-less\">Clear the filter</button></p>\n  <div class=\"list\" id=\"list\"><div class=\"rows\" id=\"rows\" role=\"feed\" aria-label=\"Findings, the worst first\" aria-busy=\"true\"></div></div>\n</section>\n<p class=\"notice\" id=\"explorer-trouble\" hidden>This browser could not unpack the list of all findings, so it can be neither filtered nor searched.\n  What can be read below is what this page shows without script; report.json has all.</p>\n";
},"useData":true},
  "finding": {"0":function(container,depth0,helpers,partials,data) {
    return " <span class=\"in\">in <bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "vault", {"start":{"line":6,"column":148},"end":{"line":6,"column":153}} ), depth0))
    + "</bdi></span>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return container.escapeExpression(container.lambda(container.strict(depth0, "reason", {"start":{"line":7,"column":44},"end":{"line":7,"column":50}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"about"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":52},"end":{"line":7,"column":95}}})) != null ? stack1 : "")
    + ". ";
},"2":function(container,depth0,helpers,partials,data) {
    return " ("
    + container.escapeExpression(container.lambda(container.strict(depth0, "about", {"start":{"line":7,"column":69},"end":{"line":7,"column":74}} ), depth0))
    + " not listed)";
},"3":function(container,depth0,helpers,partials,data) {
    return "<bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "message", {"start":{"line":7,"column":126},"end":{"line":7,"column":133}} ), depth0))
    + "</bdi>";
},"4":function(container,depth0,helpers,partials,data) {
    return "<p><bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "detail", {"start":{"line":10,"column":30},"end":{"line":10,"column":36}} ), depth0))
    + "</bdi></p>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <table class=\"stack evidence\">\n          <caption>Evidence</caption>\n          <thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Observed</th><th scope=\"col\">Told by</th></tr></thead>\n          <tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"evidence"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":12},"end":{"line":22,"column":21}}})) != null ? stack1 : "")
    + "          </tbody>\n        </table>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"sources"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":8},"end":{"line":29,"column":15}}})) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "              <tr>\n                <th scope=\"row\"><code>"
    + alias3(alias2(alias1(depth0, "field", {"start":{"line":18,"column":40},"end":{"line":18,"column":45}} ), depth0))
    + "</code></th>\n                <td><bdi>"
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":19,"column":27},"end":{"line":19,"column":32}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unrecognised"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":40},"end":{"line":19,"column":130}}})) != null ? stack1 : "")
    + "</td>\n                <td>"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"source"),{"name":"with","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data,"loc":{"start":{"line":20,"column":20},"end":{"line":20,"column":128}}})) != null ? stack1 : "")
    + "</td>\n              </tr>\n";
},"7":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">(a value not known to this version)</span>";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return alias3(alias2(alias1(depth0, "plane", {"start":{"line":20,"column":38},"end":{"line":20,"column":43}} ), depth0))
    + ", answer "
    + alias3(alias2(alias1(depth0, "number", {"start":{"line":20,"column":56},"end":{"line":20,"column":62}} ), depth0));
},"9":function(container,depth0,helpers,partials,data) {
    return "<span class=\"where\">parameter or derived</span>";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "          <ol class=\"sources\" aria-label=\"Answers\">\n            "
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"sources"),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":12},"end":{"line":27,"column":245}}})) != null ? stack1 : "")
    + "\n          </ol>\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><bdi class=\"code\">"
    + alias3(alias2(alias1(depth0, "request", {"start":{"line":27,"column":53},"end":{"line":27,"column":60}} ), depth0))
    + "</bdi> <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":27,"column":91},"end":{"line":27,"column":96}} ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "at", {"start":{"line":27,"column":102},"end":{"line":27,"column":104}} ), depth0))
    + ", "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"status"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.program(13, data, 0),"data":data,"loc":{"start":{"line":27,"column":108},"end":{"line":27,"column":163}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"requestId"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":163},"end":{"line":27,"column":224}}})) != null ? stack1 : "")
    + "</span></li>";
},"12":function(container,depth0,helpers,partials,data) {
    return "status "
    + container.escapeExpression(container.lambda(container.strict(depth0, "status", {"start":{"line":27,"column":131},"end":{"line":27,"column":137}} ), depth0));
},"13":function(container,depth0,helpers,partials,data) {
    return "no answer";
},"14":function(container,depth0,helpers,partials,data) {
    return ", request id <bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "requestId", {"start":{"line":27,"column":200},"end":{"line":27,"column":209}} ), depth0))
    + "</bdi>";
},"15":function(container,depth0,helpers,partials,data) {
    return "        <p class=\"where\">No evidence was kept for this verdict.</p>\n";
},"16":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div><dt>Vault</dt><dd><a href=\"#"
    + alias3(alias2(alias1(depth0, "vaultAnchor", {"start":{"line":35,"column":62},"end":{"line":35,"column":73}} ), depth0))
    + "\"><bdi>"
    + alias3(alias2(alias1(depth0, "vault", {"start":{"line":35,"column":84},"end":{"line":35,"column":89}} ), depth0))
    + "</bdi></a></dd></div>";
},"17":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div><dt>"
    + alias3(alias2(alias1(depth0, "framework", {"start":{"line":36,"column":37},"end":{"line":36,"column":46}} ), depth0))
    + "</dt><dd>"
    + alias3(alias2(alias1(depth0, "ids", {"start":{"line":36,"column":59},"end":{"line":36,"column":62}} ), depth0))
    + "</dd></div>";
},"18":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div><dt><code>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":37,"column":41},"end":{"line":37,"column":45}} ), depth0))
    + "</code></dt><dd>"
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":37,"column":65},"end":{"line":37,"column":70}} ), depth0))
    + " <span class=\"where\">("
    + alias3(alias2(alias1(depth0, "from", {"start":{"line":37,"column":96},"end":{"line":37,"column":100}} ), depth0))
    + ")</span></dd></div>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<article class=\"finding\" id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":2,"column":31},"end":{"line":2,"column":37}} ), depth0))
    + "\" aria-label=\""
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":2,"column":55},"end":{"line":2,"column":67}} ), depth0))
    + ": "
    + alias3(alias2(alias1(depth0, "kind", {"start":{"line":2,"column":73},"end":{"line":2,"column":77}} ), depth0))
    + " "
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":2,"column":82},"end":{"line":2,"column":86}} ), depth0))
    + "\">\n  <details>\n    <summary>\n      <span class=\"severity "
    + alias3(alias2(alias1(depth0, "severity", {"start":{"line":5,"column":30},"end":{"line":5,"column":38}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":5,"column":44},"end":{"line":5,"column":56}} ), depth0))
    + "</span>\n      <span class=\"what\"><span class=\"kind\">"
    + alias3(alias2(alias1(depth0, "kind", {"start":{"line":6,"column":46},"end":{"line":6,"column":50}} ), depth0))
    + "</span> <bdi class=\"name\">"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":6,"column":80},"end":{"line":6,"column":84}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"inVault"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":92},"end":{"line":6,"column":175}}})) != null ? stack1 : "")
    + "</span>\n      <span class=\"message\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"reason"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":28},"end":{"line":7,"column":104}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"message"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":104},"end":{"line":7,"column":148}}})) != null ? stack1 : "")
    + "</span>\n    </summary>\n    <div class=\"proof\">\n      "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"detail"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":6},"end":{"line":10,"column":55}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"evidence"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(15, data, 0),"data":data,"loc":{"start":{"line":11,"column":6},"end":{"line":32,"column":13}}})) != null ? stack1 : "")
    + "      <dl class=\"facts\">\n        <div><dt>Resource</dt><dd><bdi>"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":34,"column":41},"end":{"line":34,"column":43}} ), depth0))
    + "</bdi></dd></div>\n        "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"vaultAnchor"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":8},"end":{"line":35,"column":119}}})) != null ? stack1 : "")
    + "\n        "
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":8},"end":{"line":36,"column":84}}})) != null ? stack1 : "")
    + "\n        "
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"params"),{"name":"each","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":8},"end":{"line":37,"column":130}}})) != null ? stack1 : "")
    + "\n        <div><dt>Fingerprint</dt><dd><span class=\"code\">"
    + alias3(alias2(alias1(depth0, "fingerprint", {"start":{"line":38,"column":58},"end":{"line":38,"column":69}} ), depth0))
    + "</span></dd></div>\n      </dl>\n    </div>\n  </details>\n</article>\n";
},"useData":true},
  "group": {"0":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  <div class=\"advice\">\n    <div>\n      <h4>Why it matters</h4>\n      <p>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "why", {"start":{"line":11,"column":11},"end":{"line":11,"column":14}} ), depth0))
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"controls"),{"name":"if","hash":{},"fn":container.program(1, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":6},"end":{"line":20,"column":13}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"references"),{"name":"if","hash":{},"fn":container.program(6, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":6},"end":{"line":28,"column":13}}})) != null ? stack1 : "")
    + "    </div>\n    <div>\n      <h4>How to put it right</h4>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"fix"),{"name":"each","hash":{},"fn":container.program(10, data, 0, blockParams, depths),"inverse":container.program(13, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":32,"column":6},"end":{"line":40,"column":15}}})) != null ? stack1 : "")
    + "      "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"sideEffects"),{"name":"if","hash":{},"fn":container.program(14, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":6},"end":{"line":41,"column":93}}})) != null ? stack1 : "")
    + "\n    </div>\n  </div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <h4>Controls</h4>\n        <ul class=\"controls\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":10},"end":{"line":18,"column":19}}})) != null ? stack1 : "")
    + "        </ul>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            <li><span class=\"framework\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "framework", {"start":{"line":16,"column":42},"end":{"line":16,"column":51}} ), depth0))
    + "</span>\n              "
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":14},"end":{"line":17,"column":179}}})) != null ? stack1 : "")
    + "</li>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"control\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "id", {"start":{"line":17,"column":56},"end":{"line":17,"column":58}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"title"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":60},"end":{"line":17,"column":90}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"when"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":90},"end":{"line":17,"column":163}}})) != null ? stack1 : "")
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    return " "
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":17,"column":76},"end":{"line":17,"column":81}} ), depth0));
},"5":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">when <code>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "when", {"start":{"line":17,"column":136},"end":{"line":17,"column":140}} ), depth0))
    + "</code></span>";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <h4>References</h4>\n        <ul class=\"references\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"references"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":10},"end":{"line":26,"column":19}}})) != null ? stack1 : "")
    + "        </ul>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            <li>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"href"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data,"loc":{"start":{"line":25,"column":16},"end":{"line":25,"column":125}}})) != null ? stack1 : "")
    + "</li>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<a href=\""
    + alias3(alias2(alias1(depth0, "href", {"start":{"line":25,"column":39},"end":{"line":25,"column":43}} ), depth0))
    + "\" rel=\"noopener noreferrer\">"
    + alias3(alias2(alias1(depth0, "address", {"start":{"line":25,"column":75},"end":{"line":25,"column":82}} ), depth0))
    + "</a>";
},"9":function(container,depth0,helpers,partials,data) {
    return "<bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "address", {"start":{"line":25,"column":103},"end":{"line":25,"column":110}} ), depth0))
    + "</bdi>";
},"10":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <details class=\"fix\" name=\""
    + alias3(alias2(alias1(depths[1], "fixGroup", {"start":{"line":33,"column":37},"end":{"line":33,"column":48}} ), depth0))
    + "\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(data,"first"),{"name":"if","hash":{},"fn":container.program(11, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":51},"end":{"line":33,"column":77}}})) != null ? stack1 : "")
    + ">\n          <summary>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":34,"column":21},"end":{"line":34,"column":25}} ), depth0))
    + "</summary>\n          <pre><code>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(12, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":21},"end":{"line":36,"column":9}}})) != null ? stack1 : "")
    + "</code></pre>\n        </details>\n";
},"11":function(container,depth0,helpers,partials,data) {
    return " open";
},"12":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(depth0, depth0))
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    return "        <p>The rule names no command; see the references.</p>\n";
},"14":function(container,depth0,helpers,partials,data) {
    return "<p class=\"effects\"><strong>Mind:</strong> "
    + container.escapeExpression(container.lambda(container.strict(depth0, "sideEffects", {"start":{"line":41,"column":69},"end":{"line":41,"column":80}} ), depth0))
    + "</p>";
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"finding"),depth0,{"name":"finding","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"16":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"more\">"
    + alias3(alias2(alias1(depth0, "shown", {"start":{"line":49,"column":36},"end":{"line":49,"column":41}} ), depth0))
    + " shown here; "
    + alias3(alias2(alias1(depth0, "unlisted", {"start":{"line":49,"column":58},"end":{"line":49,"column":66}} ), depth0))
    + " more are in the JSON report.</p>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"rule\" id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":2,"column":28},"end":{"line":2,"column":34}} ), depth0))
    + "\" tabindex=\"-1\">\n  <header>\n    <h3>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"severity"),depth0,{"name":"severity","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + " <bdi>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":4,"column":30},"end":{"line":4,"column":35}} ), depth0))
    + "</bdi></h3>\n    <p class=\"where\"><a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "methodAnchor", {"start":{"line":5,"column":46},"end":{"line":5,"column":58}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":5,"column":64},"end":{"line":5,"column":66}} ), depth0))
    + "</a> <strong>"
    + alias3(alias2(alias1(depth0, "outcome", {"start":{"line":5,"column":83},"end":{"line":5,"column":90}} ), depth0))
    + "</strong>: "
    + alias3(alias2(alias1(depth0, "severities", {"start":{"line":5,"column":105},"end":{"line":5,"column":115}} ), depth0))
    + "</p>\n  </header>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"failed"),{"name":"if","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":2},"end":{"line":44,"column":9}}})) != null ? stack1 : "")
    + "  <p class=\"with-explorer\"><a href=\"#?"
    + alias3(alias2(alias1(depth0, "question", {"start":{"line":45,"column":40},"end":{"line":45,"column":48}} ), depth0))
    + "\">Show "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":45,"column":59},"end":{"line":45,"column":64}} ), depth0))
    + " in the list</a></p>\n  <div class=\"findings\">\n    "
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"findings"),{"name":"each","hash":{},"fn":container.program(15, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":47,"column":4},"end":{"line":47,"column":44}}})) != null ? stack1 : "")
    + "\n  </div>\n  "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(16, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":2},"end":{"line":49,"column":108}}})) != null ? stack1 : "")
    + "\n</section>\n";
},"usePartial":true,"useData":true,"useDepths":true},
  "method": {"0":function(container,depth0,helpers,partials,data) {
    return "<p>Reading took "
    + container.escapeExpression(container.lambda(container.strict(depth0, "requests", {"start":{"line":22,"column":38},"end":{"line":22,"column":46}} ), depth0))
    + ".</p>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <tr id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":42,"column":18},"end":{"line":42,"column":24}} ), depth0))
    + "\">\n          <th scope=\"row\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"group"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":43,"column":26},"end":{"line":43,"column":130}}})) != null ? stack1 : "")
    + " <span class=\"title\">"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":43,"column":153},"end":{"line":43,"column":158}} ), depth0))
    + "</span>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"aliases"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":167},"end":{"line":43,"column":237}}})) != null ? stack1 : "")
    + "</th>\n          <td class=\"word\" data-label=\"Severity\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":44,"column":51},"end":{"line":44,"column":63}} ), depth0))
    + "</td>\n          <td class=\"word\" data-label=\"Judges\">"
    + alias3(alias2(alias1(depth0, "kind", {"start":{"line":45,"column":49},"end":{"line":45,"column":53}} ), depth0))
    + "</td>\n          <td data-label=\"Parameters in force\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"params"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":46,"column":47},"end":{"line":46,"column":209}}})) != null ? stack1 : "")
    + "</td>\n          <td class=\"number\" data-label=\"Failed\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":47,"column":51},"end":{"line":47,"column":55}} ), depth0))
    + "</td>\n          <td class=\"number\" data-label=\"Unknown\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":48,"column":52},"end":{"line":48,"column":59}} ), depth0))
    + "</td>\n          <td class=\"number\" data-label=\"Passed\">"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":49,"column":51},"end":{"line":49,"column":55}} ), depth0))
    + "</td>\n          <td class=\"number\" data-label=\"Not applicable\">"
    + alias3(alias2(alias1(depth0, "notApplicable", {"start":{"line":50,"column":59},"end":{"line":50,"column":72}} ), depth0))
    + "</td>\n        </tr>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "group", {"start":{"line":43,"column":64},"end":{"line":43,"column":69}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":43,"column":75},"end":{"line":43,"column":77}} ), depth0))
    + "</a>";
},"3":function(container,depth0,helpers,partials,data) {
    return "<span class=\"code\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "id", {"start":{"line":43,"column":112},"end":{"line":43,"column":114}} ), depth0))
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">formerly "
    + container.escapeExpression(container.lambda(container.strict(depth0, "aliases", {"start":{"line":43,"column":214},"end":{"line":43,"column":221}} ), depth0))
    + "</span>";
},"5":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"param\"><code>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":46,"column":91},"end":{"line":46,"column":95}} ), depth0))
    + "</code> = "
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":46,"column":109},"end":{"line":46,"column":114}} ), depth0))
    + " <span class=\"where\">("
    + alias3(alias2(alias1(depth0, "from", {"start":{"line":46,"column":140},"end":{"line":46,"column":144}} ), depth0))
    + ")</span></span>";
},"6":function(container,depth0,helpers,partials,data) {
    return "<span class=\"where\">none</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"method\" aria-labelledby=\"method-title\" tabindex=\"-1\">\n  <h2 id=\"method-title\">Method and limits</h2>\n  <div class=\"prose\">\n    <h3>How a verdict is made</h3>\n    <p>Facts were read once, through interfaces that only tell metadata: no secret’s value was read and nothing was changed.\n      Every rule was then put to every resource of its kind, as of one fixed moment. The same facts and rules always give the same report.</p>\n    <dl class=\"verdicts\">\n      <div><dt>Failed</dt><dd>The rule applies, the facts were read, and they break it.</dd></div>\n      <div><dt>Passed</dt><dd>The facts were read and they satisfy the rule.</dd></div>\n      <div><dt>Unknown</dt><dd>A fact that decides was not read. No default was put in its place, and it is never counted as passed.</dd></div>\n      <div><dt>Not applicable</dt><dd>The rule says nothing about this resource, for example because the object is disabled.</dd></div>\n      <div><dt>Waived</dt><dd>The rule fails, and someone answerable accepted that until a date.</dd></div>\n    </dl>\n    <h3>Limits</h3>\n    <ul>\n      <li>The report speaks of the moment at which facts were read. What changed since is not in it.</li>\n      <li>What the identity that scanned could not see may be missing altogether; Coverage lists what is known to be missing.</li>\n      <li>A control that a rule speaks for is not thereby fulfilled: rules cover what can be measured.</li>\n      <li>Long texts are cut on this page. Characters that cannot be seen are written like ⟦U+202E⟧.</li>\n    </ul>\n    "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"requests"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":4},"end":{"line":22,"column":60}}})) != null ? stack1 : "")
    + "\n    <p class=\"where\">"
    + alias4(alias3(alias2(depth0, "tool", {"start":{"line":23,"column":23},"end":{"line":23,"column":27}} ), depth0))
    + ", ruleset sha256 <span class=\"code\">"
    + alias4(alias3(alias2(depth0, "ruleset", {"start":{"line":23,"column":67},"end":{"line":23,"column":74}} ), depth0))
    + "</span></p>\n  </div>\n  <h3>Rules that ran</h3>\n  <table class=\"stack rules\">\n    <caption>Every rule with its parameters in force, who set them, and its verdicts</caption>\n    <thead>\n      <tr>\n        <th scope=\"col\">Rule</th>\n        <th scope=\"col\">Severity</th>\n        <th scope=\"col\">Judges</th>\n        <th scope=\"col\">Parameters in force</th>\n        <th scope=\"col\" class=\"number\">Failed</th>\n        <th scope=\"col\" class=\"number\">Unknown</th>\n        <th scope=\"col\" class=\"number\">Passed</th>\n        <th scope=\"col\" class=\"number\">Not applicable</th>\n      </tr>\n    </thead>\n    <tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rules"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":6},"end":{"line":52,"column":15}}})) != null ? stack1 : "")
    + "    </tbody>\n  </table>\n</section>\n";
},"useData":true},
  "report": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      <p class=\"notice without-explorer\"><strong>"
    + alias3(alias2(alias1(depth0, "listed", {"start":{"line":39,"column":51},"end":{"line":39,"column":57}} ), depth0))
    + " of "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":39,"column":65},"end":{"line":39,"column":70}} ), depth0))
    + " findings and unanswered questions stand on this page:</strong>\n        some of every kind, then the worst. With script switched on the page lists "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"unexplored"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":40,"column":83},"end":{"line":40,"column":123}}})) != null ? stack1 : "")
    + ";\n        the other "
    + alias3(alias2(alias1(depth0, "unlisted", {"start":{"line":41,"column":20},"end":{"line":41,"column":28}} ), depth0))
    + " are in the JSON report of this run, report.json, too.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "more";
},"2":function(container,depth0,helpers,partials,data) {
    return "all";
},"3":function(container,depth0,helpers,partials,data) {
    return "      <p class=\"lead\">By rule, the worst first. Each finding opens to its evidence.</p>\n      \u003C!--part:failed-->\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "      <p>No rule failed. What could not be judged stands under “Unanswered”.</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "      <p class=\"lead\">Questions that could not be answered because a fact was missing. They count neither as passed nor as failed.</p>\n      <ul class=\"reasons\" aria-label=\"Reasons, with the number of questions\">\n        "
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"reasons"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":55,"column":8},"end":{"line":55,"column":90}}})) != null ? stack1 : "")
    + "\n      </ul>\n      \u003C!--part:unknown-->\n";
},"6":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<li><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":55,"column":52},"end":{"line":55,"column":57}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "words", {"start":{"line":55,"column":69},"end":{"line":55,"column":74}} ), depth0))
    + "</li>";
},"7":function(container,depth0,helpers,partials,data) {
    return "      <p>Every question that was asked got an answer.</p>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "    <p class=\"notice\">The "
    + alias3(alias2(alias1(depth0, "unlistedVaults", {"start":{"line":66,"column":28},"end":{"line":66,"column":42}} ), depth0))
    + " vaults with the fewest problems are left out here; the JSON report has all "
    + alias3(alias2(alias1(depth0, "vaults", {"start":{"line":66,"column":122},"end":{"line":66,"column":128}} ), depth0))
    + ".</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
    + alias3(alias2(alias1(depth0, "csp", {"start":{"line":6,"column":54},"end":{"line":6,"column":57}} ), depth0))
    + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>Secret store posture – tenant "
    + alias3(alias2(alias1(lookupProperty(depth0,"cover"), "tenant", {"start":{"line":10,"column":39},"end":{"line":10,"column":51}} ), depth0))
    + "</title>\n<style>\u003C!--part:style--></style>\n</head>\n<body>\n<a class=\"skip\" href=\"#result\">Skip to the result</a>\n<a class=\"skip with-explorer\" href=\"#explorer\">Skip to all findings</a>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"cover"),lookupProperty(depth0,"cover"),{"name":"cover","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<div class=\"page\">\n<nav class=\"contents\" aria-labelledby=\"contents-title\">\n  <h2 id=\"contents-title\">Contents</h2>\n  <ol>\n    <li><a href=\"#result\">Result</a></li>\n    <li><a href=\"#coverage\">Coverage</a></li>\n    <li class=\"with-explorer\"><a href=\"#explorer\">All findings</a></li>\n    <li><a href=\"#findings\">Findings <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "failures", {"start":{"line":24,"column":59},"end":{"line":24,"column":67}} ), depth0))
    + "</span></a></li>\n    <li><a href=\"#unknown\">Unanswered <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "questions", {"start":{"line":25,"column":60},"end":{"line":25,"column":69}} ), depth0))
    + "</span></a></li>\n    <li><a href=\"#vaults\">Vaults <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "vaults", {"start":{"line":26,"column":55},"end":{"line":26,"column":61}} ), depth0))
    + "</span></a></li>\n    <li><a href=\"#method\">Method and limits</a></li>\n  </ol>\n  "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"theme"),depth0,{"name":"theme","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</nav>\n<main>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"result"),lookupProperty(depth0,"result"),{"name":"result","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"coverage"),lookupProperty(depth0,"coverage"),{"name":"coverage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<div class=\"listing\">\n  "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"explorer"),depth0,{"name":"explorer","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "  <section id=\"findings\" aria-labelledby=\"findings-title\" tabindex=\"-1\">\n    <h2 id=\"findings-title\">Findings</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":4},"end":{"line":42,"column":11}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"anyFailed"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":43,"column":4},"end":{"line":48,"column":11}}})) != null ? stack1 : "")
    + "  </section>\n  <section id=\"unknown\" aria-labelledby=\"unknown-title\" tabindex=\"-1\">\n    <h2 id=\"unknown-title\">Unanswered</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"anyUnknown"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":52,"column":4},"end":{"line":60,"column":11}}})) != null ? stack1 : "")
    + "  </section>\n</div>\n<section id=\"vaults\" aria-labelledby=\"vaults-title\" tabindex=\"-1\">\n  <h2 id=\"vaults-title\">Vaults</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unlistedVaults"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":65,"column":2},"end":{"line":67,"column":9}}})) != null ? stack1 : "")
    + "  <table class=\"stack vaults\">\n    <caption>Vaults and managed HSMs, the worst first, with the verdicts on each and on what it holds</caption>\n    <thead>\n      <tr>\n        <th scope=\"col\">Vault</th>\n        <th scope=\"col\">Subscription</th>\n        <th scope=\"col\" class=\"number\">Failed</th>\n        <th scope=\"col\" class=\"number\">Unknown</th>\n        <th scope=\"col\" class=\"number\">Passed</th>\n        <th scope=\"col\" class=\"number\">Not applicable</th>\n        <th scope=\"col\" class=\"number\">Not read</th>\n      </tr>\n    </thead>\n    <tbody>\n\u003C!--part:vaults-->\n    </tbody>\n  </table>\n</section>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"method"),lookupProperty(depth0,"method"),{"name":"method","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n</div>\n\u003Cscript type=\"application/gzip\" id=\"island\">\u003C!--part:island-->\u003C/script>\n\u003Cscript>\u003C!--part:script-->\u003C/script>\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
  "result": {"0":function(container,depth0,helpers,partials,data) {
    return "    <p class=\"completeness whole\"><strong>Complete.</strong> All that was asked for could be read.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "    <p class=\"completeness broken\"><strong>Not complete.</strong>\n      "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"gaps"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":9,"column":6},"end":{"line":9,"column":107}}})) != null ? stack1 : "")
    + ",\n      which leaves "
    + container.escapeExpression(container.lambda(container.strict(depth0, "unknowns", {"start":{"line":10,"column":21},"end":{"line":10,"column":29}} ), depth0))
    + " open. What was not read never counts as passed:\n      see <a href=\"#coverage\">Coverage</a>.</p>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(container.strict(depth0, "gaps", {"start":{"line":9,"column":20},"end":{"line":9,"column":24}} ), depth0))
    + " were not answered in full";
},"3":function(container,depth0,helpers,partials,data) {
    return "Not all that was asked for could be read";
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "      <div class=\""
    + alias3(alias2(alias1(depth0, "verdict", {"start":{"line":15,"column":20},"end":{"line":15,"column":27}} ), depth0))
    + "\"><dt>"
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":15,"column":37},"end":{"line":15,"column":41}} ), depth0))
    + "</dt><dd>"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":15,"column":54},"end":{"line":15,"column":59}} ), depth0))
    + "</dd></div>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "        <ol class=\"worst\" aria-labelledby=\"worst-title\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"worst"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":10},"end":{"line":30,"column":19}}})) != null ? stack1 : "")
    + "        </ol>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            <li>\n              "
    + ((stack1 = container.invokePartial(lookupProperty(partials,"severity"),depth0,{"name":"severity","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "              <p class=\"worst-title\"><a href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":26,"column":49},"end":{"line":26,"column":55}} ), depth0))
    + "\"><bdi>"
    + alias3(alias2(alias1(depth0, "message", {"start":{"line":26,"column":66},"end":{"line":26,"column":73}} ), depth0))
    + "</bdi></a></p>\n              <p class=\"where\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"where"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":31},"end":{"line":27,"column":186}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"more"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":186},"end":{"line":27,"column":223}}})) != null ? stack1 : "")
    + "</p>\n              <p class=\"where\">Against "
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":28,"column":41},"end":{"line":28,"column":43}} ), depth0))
    + ": <bdi>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":28,"column":54},"end":{"line":28,"column":59}} ), depth0))
    + "</bdi></p>\n            </li>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(data,"first"),{"name":"unless","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":46},"end":{"line":27,"column":77}}})) != null ? stack1 : "")
    + alias4(alias3(alias2(depth0, "kind", {"start":{"line":27,"column":79},"end":{"line":27,"column":83}} ), depth0))
    + " <bdi class=\"name\">"
    + alias4(alias3(alias2(depth0, "name", {"start":{"line":27,"column":106},"end":{"line":27,"column":110}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"inVault"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":118},"end":{"line":27,"column":177}}})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    return ", ";
},"9":function(container,depth0,helpers,partials,data) {
    return " in <bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "vault", {"start":{"line":27,"column":157},"end":{"line":27,"column":162}} ), depth0))
    + "</bdi>";
},"10":function(container,depth0,helpers,partials,data) {
    return " and "
    + container.escapeExpression(container.lambda(container.strict(depth0, "more", {"start":{"line":27,"column":205},"end":{"line":27,"column":209}} ), depth0))
    + " more";
},"11":function(container,depth0,helpers,partials,data) {
    return "        <p>None: no rule failed.</p>\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "            <tr>\n              <th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":44,"column":32},"end":{"line":44,"column":36}} ), depth0))
    + "</th>\n              <td><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":45,"column":41},"end":{"line":45,"column":45}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"failBar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td>\n              <td><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":46,"column":41},"end":{"line":46,"column":48}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"unknownBar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td>\n            </tr>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"result\" aria-labelledby=\"result-title\" tabindex=\"-1\">\n  <h2 id=\"result-title\">Result</h2>\n  <p class=\"headline\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "headline", {"start":{"line":4,"column":24},"end":{"line":4,"column":32}} ), depth0))
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":5,"column":2},"end":{"line":12,"column":9}}})) != null ? stack1 : "")
    + "  <dl class=\"figures\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"figures"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":4},"end":{"line":16,"column":13}}})) != null ? stack1 : "")
    + "  </dl>\n  <div class=\"columns\">\n    <div>\n      <h3 id=\"worst-title\">The worst problems</h3>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"worst"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(11, data, 0),"data":data,"loc":{"start":{"line":21,"column":6},"end":{"line":34,"column":13}}})) != null ? stack1 : "")
    + "    </div>\n    <div>\n      <h3 id=\"severities-title\">By severity</h3>\n      <table class=\"severities\" aria-labelledby=\"severities-title\">\n        <caption class=\"hidden\">Failed and unknown verdicts by severity</caption>\n        <thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Failed</th><th scope=\"col\">Unknown</th></tr></thead>\n        <tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"severities"),{"name":"each","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":10},"end":{"line":48,"column":19}}})) != null ? stack1 : "")
    + "        </tbody>\n      </table>\n    </div>\n  </div>\n</section>\n";
},"usePartial":true,"useData":true},
  "severity": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"severity "
    + alias3(alias2(alias1(depth0, "severity", {"start":{"line":2,"column":24},"end":{"line":2,"column":32}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":2,"column":38},"end":{"line":2,"column":50}} ), depth0))
    + "</span>\n";
},"useData":true},
  "theme": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "<form class=\"theme\" id=\"theme\" hidden>\n  <fieldset>\n    <legend>Colours</legend>\n    <label><input type=\"radio\" name=\"theme\" value=\"auto\" checked> As the system</label>\n    <label><input type=\"radio\" name=\"theme\" value=\"light\"> Light</label>\n    <label><input type=\"radio\" name=\"theme\" value=\"dark\"> Dark</label>\n  </fieldset>\n</form>\n";
},"useData":true},
  "vaults": {"0":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "severities", {"start":{"line":5,"column":90},"end":{"line":5,"column":100}} ), depth0))
    + "</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":2,"column":10},"end":{"line":2,"column":16}} ), depth0))
    + "\">\n  <th scope=\"row\"><bdi>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":3,"column":25},"end":{"line":3,"column":29}} ), depth0))
    + "</bdi></th>\n  <td data-label=\"Subscription\"><bdi>"
    + alias3(alias2(alias1(depth0, "subscription", {"start":{"line":4,"column":39},"end":{"line":4,"column":51}} ), depth0))
    + "</bdi></td>\n  <td class=\"number\" data-label=\"Failed\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":5,"column":43},"end":{"line":5,"column":47}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"severities"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":49},"end":{"line":5,"column":116}}})) != null ? stack1 : "")
    + "</td>\n  <td class=\"number\" data-label=\"Unknown\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":6,"column":44},"end":{"line":6,"column":51}} ), depth0))
    + "</td>\n  <td class=\"number\" data-label=\"Passed\">"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":7,"column":43},"end":{"line":7,"column":47}} ), depth0))
    + "</td>\n  <td class=\"number\" data-label=\"Not applicable\">"
    + alias3(alias2(alias1(depth0, "notApplicable", {"start":{"line":8,"column":51},"end":{"line":8,"column":64}} ), depth0))
    + "</td>\n  <td class=\"number\" data-label=\"Not read\">"
    + alias3(alias2(alias1(depth0, "gaps", {"start":{"line":9,"column":45},"end":{"line":9,"column":49}} ), depth0))
    + "</td>\n</tr>\n";
},"useData":true},
};
