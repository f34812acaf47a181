// @ts-nocheck
// Generated from reports/html/*.hbs by npm run generate.
export const PRECOMPILED = {
  "appendices": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":13,"column":10},"end":{"line":13,"column":16}} ), depth0))
    + "\"><th scope=\"row\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"group"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":13,"column":36},"end":{"line":13,"column":140}}})) != null ? stack1 : "")
    + " <span class=\"title\">"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":13,"column":163},"end":{"line":13,"column":168}} ), depth0))
    + "</span>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"aliases"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":177},"end":{"line":13,"column":247}}})) != null ? stack1 : "")
    + "<td class=\"word\" data-label=\"Severity\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":13,"column":288},"end":{"line":13,"column":300}} ), depth0))
    + "<td class=\"word\" data-label=\"Judges\">"
    + alias3(alias2(alias1(depth0, "kind", {"start":{"line":13,"column":341},"end":{"line":13,"column":345}} ), depth0))
    + "<td data-label=\"Controls\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data,"loc":{"start":{"line":13,"column":373},"end":{"line":13,"column":512}}})) != null ? stack1 : "")
    + "<td data-label=\"Parameters in force\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"params"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(5, data, 0),"data":data,"loc":{"start":{"line":13,"column":549},"end":{"line":13,"column":711}}})) != null ? stack1 : "")
    + "<td class=\"number\" data-label=\"Failed\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":13,"column":752},"end":{"line":13,"column":756}} ), depth0))
    + "<td class=\"number\" data-label=\"Unknown\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":13,"column":800},"end":{"line":13,"column":807}} ), depth0))
    + "<td class=\"number\" data-label=\"Passed\">"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":13,"column":850},"end":{"line":13,"column":854}} ), depth0))
    + "<td class=\"number\" data-label=\"Not applicable\">"
    + alias3(alias2(alias1(depth0, "notApplicable", {"start":{"line":13,"column":905},"end":{"line":13,"column":918}} ), depth0))
    + "\n</tr>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"conditions"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":19,"column":7}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "group", {"start":{"line":13,"column":74},"end":{"line":13,"column":79}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":13,"column":85},"end":{"line":13,"column":87}} ), depth0))
    + "</a>";
},"2":function(container,depth0,helpers,partials,data) {
    return "<span class=\"code\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "id", {"start":{"line":13,"column":122},"end":{"line":13,"column":124}} ), depth0))
    + "</span>";
},"3":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">formerly "
    + container.escapeExpression(container.lambda(container.strict(depth0, "aliases", {"start":{"line":13,"column":224},"end":{"line":13,"column":231}} ), depth0))
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"param\"><span class=\"of\">"
    + alias3(alias2(alias1(depth0, "framework", {"start":{"line":13,"column":430},"end":{"line":13,"column":439}} ), depth0))
    + ":</span> "
    + alias3(alias2(alias1(depth0, "ids", {"start":{"line":13,"column":452},"end":{"line":13,"column":455}} ), depth0))
    + "</span>";
},"5":function(container,depth0,helpers,partials,data) {
    return "<span class=\"where\">none</span>";
},"6":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"param\"><code>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":13,"column":593},"end":{"line":13,"column":597}} ), depth0))
    + "</code> = "
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":13,"column":611},"end":{"line":13,"column":616}} ), depth0))
    + " <span class=\"where\">("
    + alias3(alias2(alias1(depth0, "from", {"start":{"line":13,"column":642},"end":{"line":13,"column":646}} ), depth0))
    + ")</span></span>";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr class=\"conditions\"><td colspan=\"9\">"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"conditions"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":39},"end":{"line":17,"column":32}}})) != null ? stack1 : "")
    + "\n</tr>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"condition\"><span class=\"where\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":16,"column":105},"end":{"line":16,"column":109}} ), depth0))
    + "</span> <code>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":125},"end":{"line":17,"column":9}}})) != null ? stack1 : "")
    + "</code></span>";
},"9":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(depth0, depth0))
    + "\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div><dt><a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":26,"column":34},"end":{"line":26,"column":40}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":26,"column":46},"end":{"line":26,"column":48}} ), depth0))
    + "</a></dt><dd>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":26,"column":65},"end":{"line":26,"column":70}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"publisher"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":72},"end":{"line":26,"column":111}}})) != null ? stack1 : "")
    + "; "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":26,"column":115},"end":{"line":26,"column":120}} ), depth0))
    + " listed here."
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"sources"),{"name":"each","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":135},"end":{"line":26,"column":202}}})) != null ? stack1 : "")
    + "</dd></div>\n";
},"11":function(container,depth0,helpers,partials,data) {
    return ", "
    + container.escapeExpression(container.lambda(container.strict(depth0, "publisher", {"start":{"line":26,"column":93},"end":{"line":26,"column":102}} ), depth0));
},"12":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where line\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"appendices\" aria-labelledby=\"appendices-title\" tabindex=\"-1\">\n<h2 id=\"appendices-title\">Appendices</h2>\n<h3>A. Rules that ran</h3>\n<table class=\"stack rules\">\n<caption>Every rule with its controls, its parameters in force and who set them, its verdicts, and what it asks, in CEL</caption>\n<thead>\n<tr><th scope=\"col\">Rule<th scope=\"col\">Severity<th scope=\"col\">Judges<th scope=\"col\" class=\"of-framework\">Controls<th scope=\"col\" class=\"in-force\">Parameters in force<th scope=\"col\" class=\"number\">Failed<th scope=\"col\" class=\"number\">Unknown<th scope=\"col\" class=\"number\">Passed<th scope=\"col\" class=\"number\">Not applicable\n</tr>\n</thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rules"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":20,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n<h3>B. Frameworks and their sources</h3>\n<dl class=\"facts\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"frameworks"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":0},"end":{"line":27,"column":9}}})) != null ? stack1 : "")
    + "</dl>\n<h3>C. Words</h3>\n<dl class=\"facts\">\n<div><dt>Resource</dt><dd>What a rule judges: a vault, a secret, a key, a certificate, a subscription, a tenant.</dd></div>\n<div><dt>Rule</dt><dd>A question with a yes or no, put to every resource of one kind.</dd></div>\n<div><dt>Verdict</dt><dd>What came of a rule on one resource, or on one item of it, such as one firewall range.</dd></div>\n<div><dt>Finding</dt><dd>A verdict that somebody has to look at: failed or unknown.</dd></div>\n<div><dt>Evidence</dt><dd>The values that decided a verdict, and the answers that told them.</dd></div>\n<div><dt>Gap</dt><dd>A fact that could not be read, with the reason.</dd></div>\n<div><dt>Coverage</dt><dd>What was asked for, and whether it was answered in full.</dd></div>\n<div><dt>Data plane</dt><dd>A vault’s own address; it knows more about its objects than Resource Manager.</dd></div>\n<div><dt>Score</dt><dd>Of a vault: passed checks in a hundred that passed, failed or stayed open; a critical one weighs 10, high 5, medium 2, low 1.</dd></div>\n<div><dt>Fingerprint</dt><dd>Names a problem; it is the same in every run until the problem is gone.</dd></div>\n</dl>\n</section>\n";
},"useData":true},
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
  "columns": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<rect class=\""
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":4,"column":29},"end":{"line":4,"column":33}} ), depth0))
    + "\""
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"pattern"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":36},"end":{"line":4,"column":83}}})) != null ? stack1 : "")
    + " x=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":4,"column":89},"end":{"line":4,"column":90}} ), depth0))
    + "\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":4,"column":99},"end":{"line":4,"column":100}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(depth0, "width", {"start":{"line":4,"column":113},"end":{"line":4,"column":118}} ), depth0))
    + "\" height=\""
    + alias3(alias2(alias1(depth0, "height", {"start":{"line":4,"column":132},"end":{"line":4,"column":138}} ), depth0))
    + "\"></rect>";
},"1":function(container,depth0,helpers,partials,data) {
    return " fill=\"url(#"
    + container.escapeExpression(container.lambda(container.strict(depth0, "pattern", {"start":{"line":4,"column":65},"end":{"line":4,"column":72}} ), depth0))
    + ")\"";
},"2":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<text class=\"sum\" x=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":5,"column":37},"end":{"line":5,"column":38}} ), depth0))
    + "\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":5,"column":47},"end":{"line":5,"column":48}} ), depth0))
    + "\" text-anchor=\"middle\">"
    + alias3(alias2(alias1(depth0, "text", {"start":{"line":5,"column":75},"end":{"line":5,"column":79}} ), depth0))
    + "</text>";
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<text x=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":6,"column":27},"end":{"line":6,"column":28}} ), depth0))
    + "\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":6,"column":37},"end":{"line":6,"column":38}} ), depth0))
    + "\" text-anchor=\"middle\">"
    + alias3(alias2(alias1(depth0, "text", {"start":{"line":6,"column":65},"end":{"line":6,"column":69}} ), depth0))
    + "</text>";
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<line class=\"limit\" x1=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":7,"column":41},"end":{"line":7,"column":42}} ), depth0))
    + "\" y1=\"0\" x2=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":7,"column":59},"end":{"line":7,"column":60}} ), depth0))
    + "\" y2=\"140\"></line><text class=\"limit-label\" x=\""
    + alias3(alias2(alias1(depth0, "textX", {"start":{"line":7,"column":111},"end":{"line":7,"column":116}} ), depth0))
    + "\" y=\"9\" text-anchor=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":7,"column":141},"end":{"line":7,"column":147}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":7,"column":153},"end":{"line":7,"column":158}} ), depth0))
    + "</text>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<svg class=\"chart\" viewBox=\"0 0 360 "
    + alias3(alias2(alias1(depth0, "height", {"start":{"line":2,"column":38},"end":{"line":2,"column":44}} ), depth0))
    + "\" aria-hidden=\"true\" focusable=\"false\">\n<line class=\"axis\" x1=\"0\" y1=\""
    + alias3(alias2(alias1(depth0, "base", {"start":{"line":3,"column":32},"end":{"line":3,"column":36}} ), depth0))
    + "\" x2=\"360\" y2=\""
    + alias3(alias2(alias1(depth0, "base", {"start":{"line":3,"column":55},"end":{"line":3,"column":59}} ), depth0))
    + "\"></line>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"bars"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":4,"column":158}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"sums"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":97}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"labels"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":6,"column":87}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"limit"),{"name":"with","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":7,"column":176}}})) != null ? stack1 : "")
    + "\n</svg>\n";
},"useData":true},
  "cover": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"notice\"><strong>"
    + alias3(alias2(alias1(depth0, "head", {"start":{"line":7,"column":46},"end":{"line":7,"column":50}} ), depth0))
    + "</strong> "
    + alias3(alias2(alias1(depth0, "about", {"start":{"line":7,"column":64},"end":{"line":7,"column":69}} ), depth0))
    + "</p>";
},"1":function(container,depth0,helpers,partials,data) {
    return "<p class=\"where\">An example: its facts come from files, not from a cloud.</p>";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div>\n<dt>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":15,"column":6},"end":{"line":15,"column":10}} ), depth0))
    + "</dt>\n<dd>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":4},"end":{"line":16,"column":60}}})) != null ? stack1 : "")
    + "</dd>\n</div>\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "<bdi class=\"line\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</bdi>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<header class=\"cover\">\n<div class=\"cover-inner\">\n<p class=\"kicker\">vault-posture</p>\n<h1>Secret store posture report</h1>\n<p class=\"subject\"><bdi>"
    + alias3(alias2(alias1(depth0, "about", {"start":{"line":6,"column":26},"end":{"line":6,"column":31}} ), depth0))
    + "</bdi></p>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"redacted"),{"name":"with","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":7,"column":84}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"estate"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":8,"column":98}}})) != null ? stack1 : "")
    + "\n<p class=\"in-short\"><a href=\"#result\">"
    + alias3(alias2(alias1(depth0, "inShort", {"start":{"line":9,"column":40},"end":{"line":9,"column":47}} ), depth0))
    + "</a></p>\n<section class=\"record\" id=\"record\" aria-labelledby=\"record-title\">\n<h2 id=\"record-title\">When, by whom, of what and with which rules</h2>\n<dl>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"facts"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":18,"column":9}}})) != null ? stack1 : "")
    + "</dl>\n</section>\n</div>\n</header>\n";
},"useData":true},
  "coverage": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"lead\">"
    + alias3(alias2(alias1(depth0, "read", {"start":{"line":5,"column":18},"end":{"line":5,"column":22}} ), depth0))
    + " of "
    + alias3(alias2(alias1(depth0, "asked", {"start":{"line":5,"column":30},"end":{"line":5,"column":35}} ), depth0))
    + " reads in "
    + alias3(alias2(alias1(depth0, "places", {"start":{"line":5,"column":49},"end":{"line":5,"column":55}} ), depth0))
    + " were answered in full ("
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":5,"column":83},"end":{"line":5,"column":88}} ), depth0))
    + ").</p>\n<h3>Gaps, by what would cure them</h3>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"cures"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(13, data, 0),"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "")
    + "<h3>What was asked for</h3>\n<table class=\"stack subjects\">\n<caption>Reads by subject and by the service that was asked; one read for each vault, subscription or tenant</caption>\n<thead>\n<tr><th scope=\"col\">Subject<th scope=\"col\">Asked of<th scope=\"col\" class=\"number\">Asked<th scope=\"col\" class=\"number\">Read<th scope=\"col\" class=\"number\">Read elsewhere, with less<th scope=\"col\" class=\"number\">Not read<th scope=\"col\">Share read\n</tr>\n</thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"subjects"),{"name":"each","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":46,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"best"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":8,"column":34}}})) != null ? stack1 : "")
    + "\n<ol class=\"cures\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"cures"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":30,"column":9}}})) != null ? stack1 : "")
    + "</ol>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "best", {"start":{"line":8,"column":17},"end":{"line":8,"column":21}} ), depth0))
    + "</p>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li>\n<h4><bdi>"
    + alias3(alias2(alias1(depth0, "cure", {"start":{"line":12,"column":11},"end":{"line":12,"column":15}} ), depth0))
    + "</bdi></h4>\n<p class=\"where\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"gives"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":17},"end":{"line":13,"column":66}}})) != null ? stack1 : "")
    + alias3(alias2(alias1(depth0, "gaps", {"start":{"line":13,"column":68},"end":{"line":13,"column":72}} ), depth0))
    + " in "
    + alias3(alias2(alias1(depth0, "places", {"start":{"line":13,"column":80},"end":{"line":13,"column":86}} ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":13,"column":92},"end":{"line":13,"column":97}} ), depth0))
    + " of what was asked</p>\n<ul>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":27,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n</li>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<strong>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "gives", {"start":{"line":13,"column":40},"end":{"line":13,"column":45}} ), depth0))
    + "</strong> – ";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li>\n<details>\n<summary><strong>"
    + alias3(alias2(alias1(depth0, "what", {"start":{"line":18,"column":19},"end":{"line":18,"column":23}} ), depth0))
    + "</strong> <span class=\"plane\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":18,"column":57},"end":{"line":18,"column":62}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "reason", {"start":{"line":18,"column":74},"end":{"line":18,"column":80}} ), depth0))
    + " <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":18,"column":105},"end":{"line":18,"column":110}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"verdicts"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":112},"end":{"line":18,"column":194}}})) != null ? stack1 : "")
    + "</span></summary>\n<ul class=\"places\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"places"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":0},"end":{"line":22,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"more"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":23,"column":69}}})) != null ? stack1 : "")
    + "\n</ul>\n</details>\n</li>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ", "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"orMore"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":130},"end":{"line":18,"column":160}}})) != null ? stack1 : "")
    + container.escapeExpression(container.lambda(container.strict(depth0, "verdicts", {"start":{"line":18,"column":162},"end":{"line":18,"column":170}} ), depth0))
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

  return "<li><bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":21,"column":24},"end":{"line":21,"column":28}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"parts"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":36},"end":{"line":21,"column":77}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"fallback"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":77},"end":{"line":21,"column":143}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"detail"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":143},"end":{"line":21,"column":188}}})) != null ? stack1 : "")
    + "</li>\n";
},"9":function(container,depth0,helpers,partials,data) {
    return " – "
    + container.escapeExpression(container.lambda(container.strict(depth0, "parts", {"start":{"line":21,"column":54},"end":{"line":21,"column":59}} ), depth0))
    + " not read";
},"10":function(container,depth0,helpers,partials,data) {
    return " – "
    + container.escapeExpression(container.lambda(container.strict(depth0, "fallback", {"start":{"line":21,"column":98},"end":{"line":21,"column":106}} ), depth0))
    + " answered instead, with less";
},"11":function(container,depth0,helpers,partials,data) {
    return " – <bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "detail", {"start":{"line":21,"column":167},"end":{"line":21,"column":173}} ), depth0))
    + "</bdi>";
},"12":function(container,depth0,helpers,partials,data) {
    return "<li>and "
    + container.escapeExpression(container.lambda(container.strict(depth0, "more", {"start":{"line":23,"column":22},"end":{"line":23,"column":26}} ), depth0))
    + " more, all in the JSON report</li>";
},"13":function(container,depth0,helpers,partials,data) {
    return "<p>Nothing: every read was answered.</p>\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lacking"),{"name":"if","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":44,"column":3},"end":{"line":44,"column":41}}})) != null ? stack1 : "")
    + "><th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "what", {"start":{"line":44,"column":60},"end":{"line":44,"column":64}} ), depth0))
    + "<td class=\"word\" data-label=\"Asked of\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":44,"column":107},"end":{"line":44,"column":112}} ), depth0))
    + "<td class=\"number\" data-label=\"Asked\">"
    + alias3(alias2(alias1(depth0, "asked", {"start":{"line":44,"column":154},"end":{"line":44,"column":159}} ), depth0))
    + "<td class=\"number\" data-label=\"Read\">"
    + alias3(alias2(alias1(depth0, "read", {"start":{"line":44,"column":200},"end":{"line":44,"column":204}} ), depth0))
    + "<td class=\"number\" data-label=\"Read elsewhere, with less\">"
    + alias3(alias2(alias1(depth0, "instead", {"start":{"line":44,"column":266},"end":{"line":44,"column":273}} ), depth0))
    + "<td class=\"number missing\" data-label=\"Not read\">"
    + alias3(alias2(alias1(depth0, "missing", {"start":{"line":44,"column":326},"end":{"line":44,"column":333}} ), depth0))
    + "<td class=\"share\" data-label=\"Share read\"><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "share", {"start":{"line":44,"column":400},"end":{"line":44,"column":405}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"bar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n</tr>\n";
},"15":function(container,depth0,helpers,partials,data) {
    return " class=\"lacking\"";
},"16":function(container,depth0,helpers,partials,data) {
    return "<p class=\"notice\">The run recorded no read at all: nothing can be said about what was examined.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"coverage\" aria-labelledby=\"coverage-title\" tabindex=\"-1\">\n<h2 id=\"coverage-title\">What could not be scanned, and what would cure it</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"any"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(16, data, 0),"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":51,"column":7}}})) != null ? stack1 : "")
    + "</section>\n";
},"usePartial":true,"useData":true},
  "explorer": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<strong>The "
    + alias3(alias2(alias1(depth0, "unexplored", {"start":{"line":5,"column":32},"end":{"line":5,"column":42}} ), depth0))
    + " least severe are left out here; report.json has all "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":5,"column":99},"end":{"line":5,"column":104}} ), depth0))
    + ".</strong>";
},"1":function(container,depth0,helpers,partials,data) {
    return "No finding fits all of that.";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"result"),"nothing"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":17,"column":84},"end":{"line":17,"column":218}}})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "There is no finding: nothing was judged.";
},"4":function(container,depth0,helpers,partials,data) {
    return "There is no finding: nothing failed and nothing stayed open.";
},"5":function(container,depth0,helpers,partials,data) {
    return " hidden";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"explorer\" id=\"explorer\" aria-labelledby=\"explorer-title\" tabindex=\"-1\" hidden>\n<h2 id=\"explorer-title\">All findings</h2>\n<p class=\"lead\">Failed and unanswered, the worst first; each opens to its evidence. The address of this page keeps the filter.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"unexplored"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":123}}})) != null ? stack1 : "")
    + "</p>\n<form id=\"filter\" role=\"search\" aria-label=\"Findings\">\n<label>Severity <select name=\"severity\"><option value=\"\">Any</option></select></label>\n<label>Verdict <select name=\"verdict\"><option value=\"\">Any</option></select></label>\n<label>Rule <select name=\"rule\"><option value=\"\">Any</option></select></label>\n<label>Vault <select name=\"vault\"><option value=\"\">Any</option></select></label>\n<label>Subscription <select name=\"subscription\"><option value=\"\">Any</option></select></label>\n<label>Framework or control <select name=\"control\"><option value=\"\">Any</option></select></label>\n<label class=\"text\">Text <input type=\"search\" name=\"text\" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"200\" aria-describedby=\"explorer-keys\"></label>\n<button type=\"reset\">Clear</button>\n</form>\n<p class=\"tally\"><output id=\"matches\" aria-live=\"polite\"></output> <span id=\"explorer-keys\" class=\"where\"><kbd>/</kbd> to search, arrow keys to move, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to close</span></p>\n<p class=\"empty\" id=\"no-match\" hidden>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"anyFinding"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":17,"column":38},"end":{"line":17,"column":225}}})) != null ? stack1 : "")
    + "\n<button type=\"button\" id=\"ask-less\""
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(depth0,"anyFinding"),{"name":"unless","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":35},"end":{"line":18,"column":75}}})) != null ? stack1 : "")
    + ">Clear the filter</button></p>\n<div class=\"list\" id=\"list\"><div class=\"rows\" id=\"rows\" role=\"feed\" aria-label=\"Findings, the worst first\" aria-busy=\"true\"></div></div>\n</section>\n<p class=\"notice\" id=\"explorer-trouble\" hidden>This browser could not unpack the list of all findings, so it can be neither filtered nor searched.\nWhat can be read below is what this page shows without script; report.json has all.</p>\n";
},"useData":true},
  "figures": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"ages"),{"name":"with","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":31,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"expiries"),{"name":"with","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":50,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"exposure"),{"name":"with","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":66,"column":9}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<figure>\n<h3>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":15,"column":6},"end":{"line":15,"column":11}} ), depth0))
    + "</h3>\n<div class=\"twins\">\n<div>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"columns"),lookupProperty(depth0,"chart"),{"name":"columns","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<p class=\"where\">Days since the current version was made; enabled secrets, without those that carry a certificate."
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"limit"),{"name":"with","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":114},"end":{"line":19,"column":244}}})) != null ? stack1 : "")
    + "</p>\n</div>\n<table>\n<caption class=\"hidden\">Enabled secrets by age of their current version</caption>\n<thead><tr><th scope=\"col\">Age<th scope=\"col\" class=\"number\">Secrets</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"rows"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":0},"end":{"line":25,"column":148}}})) != null ? stack1 : "")
    + "\n<tr><th scope=\"row\">Not readable<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":26,"column":53},"end":{"line":26,"column":60}} ), depth0))
    + "</tr>\n</tbody>\n</table>\n</div>\n</figure>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return " The limit of "
    + alias3(alias2(alias1(depth0, "days", {"start":{"line":19,"column":145},"end":{"line":19,"column":149}} ), depth0))
    + " is that of "
    + alias3(alias2(alias1(depth0, "rule", {"start":{"line":19,"column":165},"end":{"line":19,"column":169}} ), depth0))
    + " where no override says otherwise; what is beyond it is hatched.";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr><th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":25,"column":36},"end":{"line":25,"column":41}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"over"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":43},"end":{"line":25,"column":106}}})) != null ? stack1 : "")
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":25,"column":127},"end":{"line":25,"column":132}} ), depth0))
    + "</tr>";
},"4":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">beyond the limit</span>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<figure>\n<h3>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":34,"column":6},"end":{"line":34,"column":11}} ), depth0))
    + "</h3>\n<div class=\"twins\">\n<div>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"columns"),lookupProperty(depth0,"chart"),{"name":"columns","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<ul class=\"legend\" aria-label=\"Fills\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"legend"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":38},"end":{"line":38,"column":247}}})) != null ? stack1 : "")
    + "</ul>\n<p class=\"where\">Enabled secrets, keys and certificates by the month in which they expire, in UTC. What carries a certificate counts with it.</p>\n</div>\n<table>\n<caption class=\"hidden\">Enabled secrets, keys and certificates by the month in which they expire</caption>\n<thead><tr><th scope=\"col\">Expires"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"kinds"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":34},"end":{"line":43,"column":97}}})) != null ? stack1 : "")
    + "</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rows"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":45,"column":0},"end":{"line":45,"column":111}}})) != null ? stack1 : "")
    + "\n</tbody>\n</table>\n</div>\n</figure>\n";
},"6":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<li><svg class=\"swatch\" viewBox=\"0 0 14 10\" aria-hidden=\"true\" focusable=\"false\"><rect class=\""
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":38,"column":150},"end":{"line":38,"column":154}} ), depth0))
    + "\" fill=\"url(#pattern-"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":38,"column":179},"end":{"line":38,"column":183}} ), depth0))
    + ")\" width=\"14\" height=\"10\"></rect></svg> "
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":38,"column":227},"end":{"line":38,"column":231}} ), depth0))
    + "</li>";
},"7":function(container,depth0,helpers,partials,data) {
    return "<th scope=\"col\" class=\"number\">"
    + container.escapeExpression(container.lambda(depth0, depth0));
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr><th scope=\"row\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "label", {"start":{"line":45,"column":36},"end":{"line":45,"column":41}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"numbers"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":45,"column":43},"end":{"line":45,"column":97}}})) != null ? stack1 : "")
    + "</tr>";
},"9":function(container,depth0,helpers,partials,data) {
    return "<td class=\"number\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "count", {"start":{"line":45,"column":81},"end":{"line":45,"column":86}} ), depth0));
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<figure>\n<h3>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":53,"column":6},"end":{"line":53,"column":11}} ), depth0))
    + "</h3>\n<div class=\"twins\">\n<div>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"rows"),lookupProperty(depth0,"chart"),{"name":"rows","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<p class=\"where\">Vaults by the widest that gets in over the network, whatever they may do there.</p>\n</div>\n<table>\n<caption class=\"hidden\">Vaults by who can reach them over the network</caption>\n<thead><tr><th scope=\"col\">Reachable from<th scope=\"col\" class=\"number\">Vaults</tr></thead>\n<tbody>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"rows"),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":62,"column":7},"end":{"line":62,"column":92}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n</div>\n</figure>\n";
},"11":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<tr><th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":62,"column":43},"end":{"line":62,"column":48}} ), depth0))
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":62,"column":71},"end":{"line":62,"column":76}} ), depth0))
    + "</tr>";
},"12":function(container,depth0,helpers,partials,data) {
    return "<p class=\"notice\">This report was written by a release that did not count figures of the estate.</p>\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<figure>\n<h3>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":72,"column":6},"end":{"line":72,"column":11}} ), depth0))
    + "</h3>\n<div class=\"twins\">\n<div>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"rows"),lookupProperty(depth0,"chart"),{"name":"rows","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<ul class=\"legend\" aria-label=\"Fills\">\n<li><svg class=\"swatch\" viewBox=\"0 0 14 10\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"read\" width=\"14\" height=\"10\"></rect></svg> Read</li>\n<li><svg class=\"swatch\" viewBox=\"0 0 14 10\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"instead\" fill=\"url(#pattern-key)\" width=\"14\" height=\"10\"></rect></svg> Read elsewhere, with less</li>\n<li><svg class=\"swatch\" viewBox=\"0 0 14 10\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"missing\" fill=\"url(#pattern-unknown)\" width=\"14\" height=\"10\"></rect></svg> Not read</li>\n</ul>\n</div>\n<table>\n<caption class=\"hidden\">Reads by the service that was asked</caption>\n<thead><tr><th scope=\"col\">Asked of<th scope=\"col\" class=\"number\">Asked<th scope=\"col\" class=\"number\">Read<th scope=\"col\" class=\"number\">Elsewhere<th scope=\"col\" class=\"number\">Not read</tr></thead>\n<tbody>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"rows"),{"name":"each","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":85,"column":7},"end":{"line":85,"column":179}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n</div>\n</figure>\n";
},"14":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<tr><th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":85,"column":43},"end":{"line":85,"column":48}} ), depth0))
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "asked", {"start":{"line":85,"column":71},"end":{"line":85,"column":76}} ), depth0))
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "read", {"start":{"line":85,"column":99},"end":{"line":85,"column":103}} ), depth0))
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "instead", {"start":{"line":85,"column":126},"end":{"line":85,"column":133}} ), depth0))
    + "<td class=\"number\">"
    + alias3(alias2(alias1(depth0, "missing", {"start":{"line":85,"column":156},"end":{"line":85,"column":163}} ), depth0))
    + "</tr>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"figures\" aria-labelledby=\"figures-title\" tabindex=\"-1\">\n<h2 id=\"figures-title\">The estate in figures</h2>\n<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">\n<defs>\n<pattern id=\"pattern-over\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"over-ground\" width=\"5\" height=\"5\"></rect><rect class=\"over-line\" width=\"2\" height=\"5\"></rect></pattern>\n<pattern id=\"pattern-key\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\"><rect class=\"key-ground\" width=\"4\" height=\"4\"></rect><rect class=\"key-line\" width=\"1.4\" height=\"4\"></rect></pattern>\n<pattern id=\"pattern-certificate\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect class=\"certificate-ground\" width=\"4\" height=\"4\"></rect><circle class=\"certificate-dot\" cx=\"2\" cy=\"2\" r=\"1.1\"></circle></pattern>\n<pattern id=\"pattern-unknown\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect class=\"unknown-ground\" width=\"5\" height=\"5\"></rect><path class=\"unknown-line\" d=\"M0 0L5 5M5 0L0 5\"></path></pattern>\n</defs>\n</svg>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"estate"),{"name":"with","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(12, data, 0),"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":69,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"read"),{"name":"with","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":70,"column":0},"end":{"line":89,"column":9}}})) != null ? stack1 : "")
    + "</section>\n";
},"usePartial":true,"useData":true},
  "finding": {"0":function(container,depth0,helpers,partials,data) {
    return " brief";
},"1":function(container,depth0,helpers,partials,data) {
    return " unprinted";
},"2":function(container,depth0,helpers,partials,data) {
    return " <span class=\"in\">in <bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "vault", {"start":{"line":6,"column":142},"end":{"line":6,"column":147}} ), depth0))
    + "</bdi></span>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return container.escapeExpression(container.lambda(container.strict(depth0, "reason", {"start":{"line":7,"column":38},"end":{"line":7,"column":44}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"about"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":46},"end":{"line":7,"column":89}}})) != null ? stack1 : "")
    + ". ";
},"4":function(container,depth0,helpers,partials,data) {
    return " ("
    + container.escapeExpression(container.lambda(container.strict(depth0, "about", {"start":{"line":7,"column":63},"end":{"line":7,"column":68}} ), depth0))
    + " not listed)";
},"5":function(container,depth0,helpers,partials,data) {
    return "<bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "message", {"start":{"line":7,"column":120},"end":{"line":7,"column":127}} ), depth0))
    + "</bdi>";
},"6":function(container,depth0,helpers,partials,data) {
    return "<p><bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "detail", {"start":{"line":10,"column":24},"end":{"line":10,"column":30}} ), depth0))
    + "</bdi></p>";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<table class=\"stack evidence\">\n<caption>Evidence</caption>\n<thead><tr><th scope=\"col\">Field<th scope=\"col\">Observed<th scope=\"col\">Told by</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"evidence"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":19,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"sources"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr><th scope=\"row\"><code>"
    + alias3(alias2(alias1(depth0, "field", {"start":{"line":17,"column":28},"end":{"line":17,"column":33}} ), depth0))
    + "</code><td><bdi>"
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":17,"column":53},"end":{"line":17,"column":58}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unrecognised"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":66},"end":{"line":17,"column":156}}})) != null ? stack1 : "")
    + "<td>"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"source"),{"name":"with","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data,"loc":{"start":{"line":17,"column":160},"end":{"line":17,"column":268}}})) != null ? stack1 : "")
    + "\n</tr>\n";
},"9":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">(a value not known to this version)</span>";
},"10":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return alias3(alias2(alias1(depth0, "plane", {"start":{"line":17,"column":178},"end":{"line":17,"column":183}} ), depth0))
    + ", answer "
    + alias3(alias2(alias1(depth0, "number", {"start":{"line":17,"column":196},"end":{"line":17,"column":202}} ), depth0));
},"11":function(container,depth0,helpers,partials,data) {
    return "<span class=\"where\">parameter or derived</span>";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<ol class=\"sources\" aria-label=\"Answers\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"sources"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":24,"column":233}}})) != null ? stack1 : "")
    + "\n</ol>\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><bdi class=\"code\">"
    + alias3(alias2(alias1(depth0, "request", {"start":{"line":24,"column":41},"end":{"line":24,"column":48}} ), depth0))
    + "</bdi> <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "plane", {"start":{"line":24,"column":79},"end":{"line":24,"column":84}} ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "at", {"start":{"line":24,"column":90},"end":{"line":24,"column":92}} ), depth0))
    + ", "
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"status"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.program(15, data, 0),"data":data,"loc":{"start":{"line":24,"column":96},"end":{"line":24,"column":151}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"requestId"),{"name":"if","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":151},"end":{"line":24,"column":212}}})) != null ? stack1 : "")
    + "</span></li>";
},"14":function(container,depth0,helpers,partials,data) {
    return "status "
    + container.escapeExpression(container.lambda(container.strict(depth0, "status", {"start":{"line":24,"column":119},"end":{"line":24,"column":125}} ), depth0));
},"15":function(container,depth0,helpers,partials,data) {
    return "no answer";
},"16":function(container,depth0,helpers,partials,data) {
    return ", request id <bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "requestId", {"start":{"line":24,"column":188},"end":{"line":24,"column":197}} ), depth0))
    + "</bdi>";
},"17":function(container,depth0,helpers,partials,data) {
    return "<p class=\"where\">No evidence was kept for this verdict.</p>\n";
},"18":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div class=\"of-vault\"><dt>Vault</dt><dd><a href=\"#"
    + alias3(alias2(alias1(depth0, "vaultAnchor", {"start":{"line":32,"column":71},"end":{"line":32,"column":82}} ), depth0))
    + "\"><bdi>"
    + alias3(alias2(alias1(depth0, "vault", {"start":{"line":32,"column":93},"end":{"line":32,"column":98}} ), depth0))
    + "</bdi></a></dd></div>";
},"19":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div><dt>Declared in</dt><dd><bdi class=\"code\">"
    + alias3(alias2(alias1(depth0, "place", {"start":{"line":33,"column":67},"end":{"line":33,"column":72}} ), depth0))
    + "</bdi> <span class=\"where\">(tag "
    + alias3(alias2(alias1(depth0, "tag", {"start":{"line":33,"column":108},"end":{"line":33,"column":111}} ), depth0))
    + ")</span></dd></div>";
},"20":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div><dt>Controls</dt><dd>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(21, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":42},"end":{"line":34,"column":232}}})) != null ? stack1 : "")
    + "</dd></div>";
},"21":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"held\"><span class=\"framework\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "framework", {"start":{"line":34,"column":105},"end":{"line":34,"column":114}} ), depth0))
    + "</span> "
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(22, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":124},"end":{"line":34,"column":216}}})) != null ? stack1 : "")
    + "</span>";
},"22":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"control\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "id", {"start":{"line":34,"column":166},"end":{"line":34,"column":168}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"title"),{"name":"if","hash":{},"fn":container.program(23, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":170},"end":{"line":34,"column":200}}})) != null ? stack1 : "")
    + "</span>";
},"23":function(container,depth0,helpers,partials,data) {
    return " "
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":34,"column":186},"end":{"line":34,"column":191}} ), depth0));
},"24":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<div><dt><code>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":35,"column":33},"end":{"line":35,"column":37}} ), depth0))
    + "</code></dt><dd>"
    + alias3(alias2(alias1(depth0, "value", {"start":{"line":35,"column":57},"end":{"line":35,"column":62}} ), depth0))
    + " <span class=\"where\">("
    + alias3(alias2(alias1(depth0, "from", {"start":{"line":35,"column":88},"end":{"line":35,"column":92}} ), depth0))
    + ")</span></dd></div>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<article class=\"finding"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"brief"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":23},"end":{"line":2,"column":49}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"unprinted"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":49},"end":{"line":2,"column":83}}})) != null ? stack1 : "")
    + "\" id=\""
    + alias4(alias3(alias2(depth0, "anchor", {"start":{"line":2,"column":91},"end":{"line":2,"column":97}} ), depth0))
    + "\" aria-label=\""
    + alias4(alias3(alias2(depth0, "severityWord", {"start":{"line":2,"column":115},"end":{"line":2,"column":127}} ), depth0))
    + ": "
    + alias4(alias3(alias2(depth0, "kind", {"start":{"line":2,"column":133},"end":{"line":2,"column":137}} ), depth0))
    + " "
    + alias4(alias3(alias2(depth0, "name", {"start":{"line":2,"column":142},"end":{"line":2,"column":146}} ), depth0))
    + "\">\n<details>\n<summary>\n<span class=\"severity "
    + alias4(alias3(alias2(depth0, "severity", {"start":{"line":5,"column":24},"end":{"line":5,"column":32}} ), depth0))
    + "\">"
    + alias4(alias3(alias2(depth0, "severityWord", {"start":{"line":5,"column":38},"end":{"line":5,"column":50}} ), depth0))
    + "</span>\n<span class=\"what\"><span class=\"kind\">"
    + alias4(alias3(alias2(depth0, "kind", {"start":{"line":6,"column":40},"end":{"line":6,"column":44}} ), depth0))
    + "</span> <bdi class=\"name\">"
    + alias4(alias3(alias2(depth0, "name", {"start":{"line":6,"column":74},"end":{"line":6,"column":78}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"inVault"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":86},"end":{"line":6,"column":169}}})) != null ? stack1 : "")
    + "</span>\n<span class=\"message\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"reason"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":22},"end":{"line":7,"column":98}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"message"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":98},"end":{"line":7,"column":142}}})) != null ? stack1 : "")
    + "</span>\n</summary>\n<div class=\"proof\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"detail"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":10,"column":49}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"evidence"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(17, data, 0),"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":29,"column":7}}})) != null ? stack1 : "")
    + "<dl class=\"facts\">\n<div><dt>Resource</dt><dd><bdi>"
    + alias4(alias3(alias2(depth0, "id", {"start":{"line":31,"column":33},"end":{"line":31,"column":35}} ), depth0))
    + "</bdi></dd></div>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"vaultAnchor"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":32,"column":128}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"declared"),{"name":"with","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":0},"end":{"line":33,"column":141}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"controls"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":34,"column":250}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"params"),{"name":"each","hash":{},"fn":container.program(24, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":35,"column":122}}})) != null ? stack1 : "")
    + "\n<div><dt>Fingerprint</dt><dd><span class=\"code\">"
    + alias4(alias3(alias2(depth0, "fingerprint", {"start":{"line":36,"column":50},"end":{"line":36,"column":61}} ), depth0))
    + "</span></dd></div>\n</dl>\n</div>\n</details>\n</article>\n";
},"useData":true},
  "frameworks": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section class=\"standing\" id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":8,"column":32},"end":{"line":8,"column":38}} ), depth0))
    + "\" aria-labelledby=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":8,"column":61},"end":{"line":8,"column":67}} ), depth0))
    + "-title\">\n<h3 id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":9,"column":10},"end":{"line":9,"column":16}} ), depth0))
    + "-title\">"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":9,"column":28},"end":{"line":9,"column":33}} ), depth0))
    + "</h3>\n<p class=\"verdict\">"
    + alias3(alias2(alias1(depth0, "verdict", {"start":{"line":10,"column":21},"end":{"line":10,"column":28}} ), depth0))
    + ".</p>\n<ul class=\"tally\" aria-label=\"Controls by state\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"states"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":12,"column":98}}})) != null ? stack1 : "")
    + "\n</ul>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"bar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<details class=\"matrix\">\n<summary>"
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":16,"column":11},"end":{"line":16,"column":16}} ), depth0))
    + ", rule by rule</summary>\n<table class=\"stack matrix\">\n<caption>Controls of "
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":18,"column":23},"end":{"line":18,"column":28}} ), depth0))
    + ", each followed by the rules that speak for it, with their verdicts</caption>\n<thead>\n<tr><th scope=\"col\">Control, and rules<th scope=\"col\">State<th scope=\"col\" class=\"number\">Failed<th scope=\"col\" class=\"number\">Unknown<th scope=\"col\" class=\"number\">Passed<th scope=\"col\" class=\"number\">Not applicable<th scope=\"col\" class=\"number\">Waived\n</tr>\n</thead>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":34,"column":9}}})) != null ? stack1 : "")
    + "</table>\n</details>\n</section>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<li class=\""
    + alias3(alias2(alias1(depth0, "state", {"start":{"line":12,"column":29},"end":{"line":12,"column":34}} ), depth0))
    + "\"><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":12,"column":61},"end":{"line":12,"column":66}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":12,"column":78},"end":{"line":12,"column":82}} ), depth0))
    + "</li>";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tbody id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":24,"column":13},"end":{"line":24,"column":19}} ), depth0))
    + "\">\n<tr class=\"whole\"><th scope=\"rowgroup\"><span class=\"code\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":25,"column":60},"end":{"line":25,"column":62}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":25,"column":74},"end":{"line":25,"column":79}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"about"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":81},"end":{"line":25,"column":138}}})) != null ? stack1 : "")
    + "<td data-label=\"State\">"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"state"),{"name":"with","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":161},"end":{"line":25,"column":271}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unjudged"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":26,"column":105}}})) != null ? stack1 : "")
    + "\n</tr>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"rules"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":32,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n";
},"3":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "about", {"start":{"line":25,"column":117},"end":{"line":25,"column":122}} ), depth0))
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"state "
    + alias3(alias2(alias1(depth0, "state", {"start":{"line":25,"column":197},"end":{"line":25,"column":202}} ), depth0))
    + "\"><span aria-hidden=\"true\">"
    + alias3(alias2(alias1(depth0, "mark", {"start":{"line":25,"column":233},"end":{"line":25,"column":237}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":25,"column":249},"end":{"line":25,"column":253}} ), depth0))
    + "</span>";
},"5":function(container,depth0,helpers,partials,data) {
    return "<td colspan=\"5\" class=\"where none\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "unjudged", {"start":{"line":26,"column":53},"end":{"line":26,"column":61}} ), depth0));
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"verdict-counts"),lookupProperty(depth0,"counts"),{"name":"verdict-counts","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr><th scope=\"row\"><a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":29,"column":45},"end":{"line":29,"column":51}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":29,"column":57},"end":{"line":29,"column":59}} ), depth0))
    + "</a> "
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":29,"column":68},"end":{"line":29,"column":73}} ), depth0))
    + "<td class=\"none\">\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"verdict-counts"),lookupProperty(depth0,"counts"),{"name":"verdict-counts","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</tr>\n";
},"8":function(container,depth0,helpers,partials,data) {
    return "<p>No rule that ran speaks for a framework.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"frameworks\" aria-labelledby=\"frameworks-title\" tabindex=\"-1\">\n<h2 id=\"frameworks-title\">Each framework’s state, with its evidence</h2>\n<p class=\"lead\">Of each framework only those controls are listed that have to do with secret stores. A control fails if one rule\nthat speaks for it fails anywhere, and stays open if one could not be judged. That no rule of it failed does not mean that a\ncontrol is fulfilled: rules cover what can be measured.</p>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(8, data, 0),"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":40,"column":9}}})) != null ? stack1 : "")
    + "</section>\n";
},"usePartial":true,"useData":true},
  "group": {"0":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div class=\"advice\">\n<div>\n<h4>Why it matters</h4>\n<p>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "why", {"start":{"line":11,"column":5},"end":{"line":11,"column":8}} ), depth0))
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"controls"),{"name":"if","hash":{},"fn":container.program(1, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":20,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"references"),{"name":"if","hash":{},"fn":container.program(6, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "")
    + "</div>\n<div>\n<h4>How to put it right</h4>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"fix"),{"name":"each","hash":{},"fn":container.program(10, data, 0, blockParams, depths),"inverse":container.program(13, data, 0, blockParams, depths),"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":40,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"sideEffects"),{"name":"if","hash":{},"fn":container.program(14, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":41,"column":87}}})) != null ? stack1 : "")
    + "\n</div>\n</div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h4>Controls</h4>\n<ul class=\"controls\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":18,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><span class=\"framework\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "framework", {"start":{"line":16,"column":30},"end":{"line":16,"column":39}} ), depth0))
    + "</span>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"controls"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":0},"end":{"line":17,"column":165}}})) != null ? stack1 : "")
    + "</li>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<span class=\"control\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "id", {"start":{"line":17,"column":42},"end":{"line":17,"column":44}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"title"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":46},"end":{"line":17,"column":76}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"when"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":76},"end":{"line":17,"column":149}}})) != null ? stack1 : "")
    + "</span>";
},"4":function(container,depth0,helpers,partials,data) {
    return " "
    + container.escapeExpression(container.lambda(container.strict(depth0, "title", {"start":{"line":17,"column":62},"end":{"line":17,"column":67}} ), depth0));
},"5":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">when <code>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "when", {"start":{"line":17,"column":122},"end":{"line":17,"column":126}} ), depth0))
    + "</code></span>";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h4>References</h4>\n<ul class=\"references\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"references"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + "</ul>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"href"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(9, data, 0),"data":data,"loc":{"start":{"line":25,"column":4},"end":{"line":25,"column":113}}})) != null ? stack1 : "")
    + "</li>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<a href=\""
    + alias3(alias2(alias1(depth0, "href", {"start":{"line":25,"column":27},"end":{"line":25,"column":31}} ), depth0))
    + "\" rel=\"noopener noreferrer\">"
    + alias3(alias2(alias1(depth0, "address", {"start":{"line":25,"column":63},"end":{"line":25,"column":70}} ), depth0))
    + "</a>";
},"9":function(container,depth0,helpers,partials,data) {
    return "<bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "address", {"start":{"line":25,"column":91},"end":{"line":25,"column":98}} ), depth0))
    + "</bdi>";
},"10":function(container,depth0,helpers,partials,data,blockParams,depths) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<details class=\"fix\" name=\""
    + alias3(alias2(alias1(depths[1], "fixGroup", {"start":{"line":33,"column":29},"end":{"line":33,"column":40}} ), depth0))
    + "\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(data,"first"),{"name":"if","hash":{},"fn":container.program(11, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":43},"end":{"line":33,"column":69}}})) != null ? stack1 : "")
    + ">\n<summary>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":34,"column":11},"end":{"line":34,"column":15}} ), depth0))
    + "</summary>\n<pre><code>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(12, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":11},"end":{"line":36,"column":9}}})) != null ? stack1 : "")
    + "</code></pre>\n</details>\n";
},"11":function(container,depth0,helpers,partials,data) {
    return " open";
},"12":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(depth0, depth0))
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    return "<p>The rule names no command; see the references.</p>\n";
},"14":function(container,depth0,helpers,partials,data) {
    return "<p class=\"effects\"><strong>Mind:</strong> "
    + container.escapeExpression(container.lambda(container.strict(depth0, "sideEffects", {"start":{"line":41,"column":63},"end":{"line":41,"column":74}} ), depth0))
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
    return "<p class=\"more on-paper\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "onPaper", {"start":{"line":49,"column":42},"end":{"line":49,"column":49}} ), depth0))
    + " All are in report.json.</p>";
},"17":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"more on-screen\">"
    + alias3(alias2(alias1(depth0, "shown", {"start":{"line":50,"column":44},"end":{"line":50,"column":49}} ), depth0))
    + " shown here; "
    + alias3(alias2(alias1(depth0, "unlisted", {"start":{"line":50,"column":66},"end":{"line":50,"column":74}} ), depth0))
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
    + "\" tabindex=\"-1\">\n<header>\n<h3>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"severity"),depth0,{"name":"severity","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + " <span class=\"expected\">Expected:</span> <bdi>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":4,"column":66},"end":{"line":4,"column":71}} ), depth0))
    + "</bdi></h3>\n<p class=\"where\"><a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "methodAnchor", {"start":{"line":5,"column":42},"end":{"line":5,"column":54}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":5,"column":60},"end":{"line":5,"column":62}} ), depth0))
    + "</a> <strong>"
    + alias3(alias2(alias1(depth0, "outcome", {"start":{"line":5,"column":79},"end":{"line":5,"column":86}} ), depth0))
    + "</strong>: "
    + alias3(alias2(alias1(depth0, "severities", {"start":{"line":5,"column":101},"end":{"line":5,"column":111}} ), depth0))
    + "</p>\n</header>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"failed"),{"name":"if","hash":{},"fn":container.program(0, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":44,"column":7}}})) != null ? stack1 : "")
    + "<p class=\"with-explorer\"><a href=\"#?"
    + alias3(alias2(alias1(depth0, "question", {"start":{"line":45,"column":38},"end":{"line":45,"column":46}} ), depth0))
    + "\">Show "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":45,"column":57},"end":{"line":45,"column":62}} ), depth0))
    + " in the list</a></p>\n<div class=\"findings\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"findings"),{"name":"each","hash":{},"fn":container.program(15, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":47,"column":0},"end":{"line":47,"column":40}}})) != null ? stack1 : "")
    + "\n</div>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"onPaper"),{"name":"if","hash":{},"fn":container.program(16, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":49,"column":86}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(17, data, 0, blockParams, depths),"inverse":container.noop,"data":data,"loc":{"start":{"line":50,"column":0},"end":{"line":50,"column":116}}})) != null ? stack1 : "")
    + "\n</section>\n";
},"usePartial":true,"useData":true,"useDepths":true},
  "integrity": {"0":function(container,depth0,helpers,partials,data) {
    return "<tr><th scope=\"row\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "<td><td><td></tr>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"integrity\" aria-labelledby=\"integrity-title\" tabindex=\"-1\">\n<h2 id=\"integrity-title\">Integrity and sign-off</h2>\n<div class=\"prose\">\n<p>All "
    + alias3(alias2(alias1(depth0, "results", {"start":{"line":5,"column":9},"end":{"line":5,"column":16}} ), depth0))
    + " results of this run are in <span class=\"code\">report.json</span>, written with this page, one a line.\nTheir sha256, each line ended by a line feed and without the comma between them, is</p>\n<p class=\"hash code\">"
    + alias3(alias2(alias1(depth0, "sha256", {"start":{"line":7,"column":23},"end":{"line":7,"column":29}} ), depth0))
    + "</p>\n<p>To recompute it beside that file:</p>\n<pre><code>"
    + alias3(alias2(alias1(depth0, "command", {"start":{"line":9,"column":13},"end":{"line":9,"column":20}} ), depth0))
    + "</code></pre>\n<p>If the two are equal, this page and that file tell of the same results. A page cannot hold its own hash: run\n<code>sha256sum report.html report.json</code> when the files are made, and keep what it prints where nobody can change it together with the files.\nThe rules that judged have the sha256 <span class=\"code\">"
    + alias3(alias2(alias1(depth0, "ruleset", {"start":{"line":12,"column":59},"end":{"line":12,"column":66}} ), depth0))
    + "</span>.</p>\n</div>\n<div class=\"signing\">\n<h3>Sign-off</h3>\n<table>\n<caption class=\"hidden\">Who prepared, reviewed and accepted this report</caption>\n<thead><tr><th scope=\"col\">Role<th scope=\"col\">Name<th scope=\"col\">Date<th scope=\"col\">Signature</tr></thead>\n<tbody>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"roles"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":7},"end":{"line":19,"column":76}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n<p>sha256 of the file that was printed: <span class=\"blank\"></span></p>\n</div>\n</section>\n";
},"useData":true},
  "method": {"0":function(container,depth0,helpers,partials,data) {
    return "<li>What only this service tells, because it was switched off: "
    + container.escapeExpression(container.lambda(depth0, depth0))
    + ".</li>";
},"1":function(container,depth0,helpers,partials,data) {
    return "<p>Reading took "
    + container.escapeExpression(container.lambda(container.strict(depth0, "requests", {"start":{"line":30,"column":34},"end":{"line":30,"column":42}} ), depth0))
    + ".</p>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"method\" aria-labelledby=\"method-title\" tabindex=\"-1\">\n<h2 id=\"method-title\">Method and limits</h2>\n<div class=\"prose\">\n<h3>How a verdict is made</h3>\n<p>Facts were read once, through interfaces that only tell metadata: no secret’s value was read and nothing was changed.\nEvery rule was then put to every resource of its kind, as of one fixed moment. The same facts and rules always give the same report.</p>\n<dl class=\"verdicts\">\n<div><dt>Failed</dt><dd>The rule applies, the facts were read, and they break it.</dd></div>\n<div><dt>Passed</dt><dd>The facts were read and they satisfy the rule.</dd></div>\n<div><dt>Unknown</dt><dd>A fact that decides was not read. No default was put in its place, and it is never counted as passed.</dd></div>\n<div><dt>Not applicable</dt><dd>The rule says nothing about this resource, for example because the object is disabled.</dd></div>\n<div><dt>Waived</dt><dd>The rule fails, and someone answerable accepted that until a date.</dd></div>\n</dl>\n<h3>Limits</h3>\n<ul>\n<li>The report speaks of the moment at which facts were read. What changed since is not in it.</li>\n<li>What the identity that scanned could not see may be missing altogether; <a href=\"#coverage\">what could not be scanned</a> lists what is known to be missing.</li>\n<li>A control that a rule speaks for is not thereby fulfilled: rules cover what can be measured.</li>\n<li>Long texts are cut on this page. Characters that cannot be seen are written like ⟦U+202E⟧.</li>\n</ul>\n<h3>What was not checked</h3>\n<ul>\n<li>Secrets’ values: how strong they are, whether they are used twice, where else they are kept.</li>\n<li>Secret stores of other kinds, and secrets in code, pipelines, machines and settings.</li>\n<li>Resources that no rule of this run is for. Its rules judge: "
    + alias3(alias2(alias1(depth0, "judged", {"start":{"line":26,"column":66},"end":{"line":26,"column":72}} ), depth0))
    + ".</li>\n<li>Controls that stand as “For people” or “No rule” among the <a href=\"#frameworks\">frameworks</a>, and all controls that do not stand there.</li>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"switchedOff"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":28,"column":107}}})) != null ? stack1 : "")
    + "\n</ul>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"requests"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":30,"column":56}}})) != null ? stack1 : "")
    + "\n<p class=\"where\">"
    + alias3(alias2(alias1(depth0, "tool", {"start":{"line":31,"column":19},"end":{"line":31,"column":23}} ), depth0))
    + ", ruleset sha256 <span class=\"code\">"
    + alias3(alias2(alias1(depth0, "ruleset", {"start":{"line":31,"column":63},"end":{"line":31,"column":70}} ), depth0))
    + "</span></p>\n</div>\n</section>\n";
},"useData":true},
  "passed": {"0":function(container,depth0,helpers,partials,data) {
    return " beyond";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><a class=\"code\" href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":5,"column":44},"end":{"line":5,"column":50}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":5,"column":56},"end":{"line":5,"column":58}} ), depth0))
    + "</a><span class=\"title\"> "
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":5,"column":87},"end":{"line":5,"column":92}} ), depth0))
    + "</span>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"times"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":101},"end":{"line":5,"column":158}}})) != null ? stack1 : "")
    + "</li>";
},"2":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "times", {"start":{"line":5,"column":137},"end":{"line":5,"column":142}} ), depth0))
    + "</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<details class=\"passed"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"beyond"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":22},"end":{"line":2,"column":50}}})) != null ? stack1 : "")
    + "\">\n<summary><bdi class=\"name\">"
    + alias4(alias3(alias2(depth0, "name", {"start":{"line":3,"column":29},"end":{"line":3,"column":33}} ), depth0))
    + "</bdi> <span class=\"where\">"
    + alias4(alias3(alias2(depth0, "total", {"start":{"line":3,"column":64},"end":{"line":3,"column":69}} ), depth0))
    + "</span></summary>\n<ul>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rules"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":172}}})) != null ? stack1 : "")
    + "\n</ul>\n</details>\n";
},"useData":true},
  "report": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"notice without-explorer\"><strong>"
    + alias3(alias2(alias1(depth0, "listed", {"start":{"line":47,"column":45},"end":{"line":47,"column":51}} ), depth0))
    + " of "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":47,"column":59},"end":{"line":47,"column":64}} ), depth0))
    + " findings and unanswered questions stand on this page:</strong>\nsome of every kind, then the worst. With script switched on the page lists "
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"unexplored"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data,"loc":{"start":{"line":48,"column":75},"end":{"line":48,"column":115}}})) != null ? stack1 : "")
    + ";\nthe other "
    + alias3(alias2(alias1(depth0, "unlisted", {"start":{"line":49,"column":12},"end":{"line":49,"column":20}} ), depth0))
    + " are in the JSON report of this run, report.json, too.</p>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "more";
},"2":function(container,depth0,helpers,partials,data) {
    return "all";
},"3":function(container,depth0,helpers,partials,data) {
    return "<p class=\"lead\">By rule, the worst first. A heading says what is expected, and below it stands how often it is not so. Each finding opens to its evidence.</p>\n\u003C!--part:failed-->\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"result"),"nothing"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data,"loc":{"start":{"line":55,"column":3},"end":{"line":55,"column":126}}})) != null ? stack1 : "")
    + "</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    return "Nothing was judged.";
},"6":function(container,depth0,helpers,partials,data) {
    return "No rule failed. What could not be judged stands under “Unanswered”.";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"lead\">Questions that could not be answered because a fact was missing. They count neither as passed nor as failed.</p>\n<ul class=\"reasons\" aria-label=\"Reasons, with the number of questions\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"reasons"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":63,"column":0},"end":{"line":63,"column":82}}})) != null ? stack1 : "")
    + "\n</ul>\n\u003C!--part:unknown-->\n";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<li><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":63,"column":44},"end":{"line":63,"column":49}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "words", {"start":{"line":63,"column":61},"end":{"line":63,"column":66}} ), depth0))
    + "</li>";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(lookupProperty(depth0,"result"),"nothing"),{"name":"if","hash":{},"fn":container.program(10, data, 0),"inverse":container.program(11, data, 0),"data":data,"loc":{"start":{"line":67,"column":3},"end":{"line":67,"column":106}}})) != null ? stack1 : "")
    + "</p>\n";
},"10":function(container,depth0,helpers,partials,data) {
    return "No question was asked.";
},"11":function(container,depth0,helpers,partials,data) {
    return "Every question that was asked got an answer.";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":74,"column":0},"end":{"line":76,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"printed"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":77,"column":0},"end":{"line":77,"column":125}}})) != null ? stack1 : "")
    + "\n";
},"13":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"notice\">The "
    + alias3(alias2(alias1(depth0, "unlisted", {"start":{"line":75,"column":24},"end":{"line":75,"column":32}} ), depth0))
    + " vaults with the fewest problems are left out here; the JSON report has all "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":75,"column":112},"end":{"line":75,"column":117}} ), depth0))
    + ".</p>\n";
},"14":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"notice on-paper\">The "
    + alias3(alias2(alias1(depth0, "printed", {"start":{"line":77,"column":48},"end":{"line":77,"column":55}} ), depth0))
    + " worst vaults are printed; report.json has all "
    + alias3(alias2(alias1(depth0, "total", {"start":{"line":77,"column":106},"end":{"line":77,"column":111}} ), depth0))
    + ".</p>";
},"15":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<p class=\"more\">Outside any vault, on the tenant and the subscriptions themselves: "
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":90,"column":110},"end":{"line":90,"column":114}} ), depth0))
    + " failed, "
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":90,"column":127},"end":{"line":90,"column":134}} ), depth0))
    + " unknown, "
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":90,"column":148},"end":{"line":90,"column":152}} ), depth0))
    + " passed.</p>";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"detailed"),{"name":"if","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":92,"column":16},"end":{"line":92,"column":118}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"printedInDetail"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":92,"column":118},"end":{"line":92,"column":219}}})) != null ? stack1 : "");
},"17":function(container,depth0,helpers,partials,data) {
    return "<p class=\"more\">Of the "
    + container.escapeExpression(container.lambda(container.strict(depth0, "detailed", {"start":{"line":92,"column":57},"end":{"line":92,"column":65}} ), depth0))
    + " worst vaults; report.json has them all.</p>";
},"18":function(container,depth0,helpers,partials,data) {
    return "<p class=\"more on-paper\">The "
    + container.escapeExpression(container.lambda(container.strict(depth0, "printedInDetail", {"start":{"line":92,"column":172},"end":{"line":92,"column":187}} ), depth0))
    + " worst are printed.</p>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
    + alias3(alias2(alias1(depth0, "csp", {"start":{"line":6,"column":54},"end":{"line":6,"column":57}} ), depth0))
    + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>Secret store posture – "
    + alias3(alias2(alias1(lookupProperty(depth0,"cover"), "about", {"start":{"line":10,"column":32},"end":{"line":10,"column":43}} ), depth0))
    + "</title>\n<style>\u003C!--part:style--></style>\n</head>\n<body>\n<a class=\"skip\" href=\"#result\">Skip to the result</a>\n<a class=\"skip with-explorer\" href=\"#explorer\">Skip to all findings</a>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"cover"),lookupProperty(depth0,"cover"),{"name":"cover","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<div class=\"page\">\n<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">Contents</h2>\n<ol>\n<li><a href=\"#result\">Result</a></li>\n<li><a href=\"#scanned\">What was scanned</a></li>\n<li><a href=\"#coverage\">What could not be scanned</a></li>\n<li><a href=\"#frameworks\">Frameworks</a></li>\n<li><a href=\"#figures\">The estate in figures</a></li>\n<li class=\"with-explorer\"><a href=\"#explorer\">All findings</a></li>\n<li><a href=\"#findings\">Findings <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "failures", {"start":{"line":27,"column":55},"end":{"line":27,"column":63}} ), depth0))
    + "</span></a></li>\n<li><a href=\"#unknown\">Unanswered <span class=\"where\">"
    + alias3(alias2(alias1(depth0, "questions", {"start":{"line":28,"column":56},"end":{"line":28,"column":65}} ), depth0))
    + "</span></a></li>\n<li><a href=\"#vaults\">Vaults <span class=\"where\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"vaults"), "total", {"start":{"line":29,"column":51},"end":{"line":29,"column":63}} ), depth0))
    + "</span></a></li>\n<li><a href=\"#method\">Method and limits</a></li>\n<li><a href=\"#integrity\">Integrity and sign-off</a></li>\n<li><a href=\"#appendices\">Appendices</a></li>\n</ol>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"theme"),depth0,{"name":"theme","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</nav>\n<main>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"result"),lookupProperty(depth0,"result"),{"name":"result","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"scanned"),lookupProperty(depth0,"scanned"),{"name":"scanned","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"coverage"),lookupProperty(depth0,"coverage"),{"name":"coverage","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"frameworks"),lookupProperty(depth0,"frameworks"),{"name":"frameworks","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"figures"),lookupProperty(depth0,"figures"),{"name":"figures","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<div class=\"listing\">\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"explorer"),depth0,{"name":"explorer","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<section id=\"findings\" aria-labelledby=\"findings-title\" tabindex=\"-1\">\n<h2 id=\"findings-title\">Findings</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"anyFailed"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + "</section>\n<section id=\"unknown\" aria-labelledby=\"unknown-title\" tabindex=\"-1\">\n<h2 id=\"unknown-title\">Unanswered</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"anyUnknown"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.program(9, data, 0),"data":data,"loc":{"start":{"line":60,"column":0},"end":{"line":68,"column":7}}})) != null ? stack1 : "")
    + "</section>\n</div>\n<section id=\"vaults\" aria-labelledby=\"vaults-title\" tabindex=\"-1\">\n<h2 id=\"vaults-title\">Vaults</h2>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"vaults"),{"name":"with","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":73,"column":0},"end":{"line":78,"column":9}}})) != null ? stack1 : "")
    + "<table class=\"stack vaults\">\n<caption>Vaults and managed HSMs, those with the most critical findings first, then high and so on, with the verdicts on each and on what it holds. The score is of 100: what\npassed among what was judged or stayed open, the critical weighing 10, high 5, medium 2, low 1.</caption>\n<thead>\n<tr><th scope=\"col\">Vault<th scope=\"col\">Subscription<th scope=\"col\" class=\"number\">Score<th scope=\"col\" class=\"number\">Failed<th scope=\"col\" class=\"number\">Unknown<th scope=\"col\" class=\"number\">Passed<th scope=\"col\" class=\"number\">Not applicable<th scope=\"col\" class=\"number\">Not read\n</tr>\n</thead>\n<tbody>\n\u003C!--part:vaults-->\n</tbody>\n</table>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(lookupProperty(depth0,"scanned"),"outside"),{"name":"with","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":90,"column":0},"end":{"line":90,"column":175}}})) != null ? stack1 : "")
    + "\n<h3>Checks that passed, by vault</h3>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"vaults"),{"name":"with","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":92,"column":0},"end":{"line":92,"column":228}}})) != null ? stack1 : "")
    + "\n<div class=\"passes\">\n\u003C!--part:passed-->\n</div>\n</section>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"method"),lookupProperty(depth0,"method"),{"name":"method","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"integrity"),lookupProperty(depth0,"integrity"),{"name":"integrity","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"appendices"),lookupProperty(depth0,"appendices"),{"name":"appendices","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</main>\n</div>\n\u003Cscript type=\"application/gzip\" id=\"island\">\u003C!--part:island-->\u003C/script>\n\u003Cscript type=\"application/octet-stream\" id=\"digits\">\u003C!--part:digits-->\u003C/script>\n\u003Cscript>\u003C!--part:script-->\u003C/script>\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
  "result": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div class=\""
    + alias3(alias2(alias1(depth0, "verdict", {"start":{"line":9,"column":14},"end":{"line":9,"column":21}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"zero"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":23},"end":{"line":9,"column":47}}})) != null ? stack1 : "")
    + "\"><dt>"
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":9,"column":55},"end":{"line":9,"column":59}} ), depth0))
    + "</dt><dd>"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":9,"column":72},"end":{"line":9,"column":77}} ), depth0))
    + "</dd></div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return " zero";
},"2":function(container,depth0,helpers,partials,data) {
    return "<p class=\"completeness broken\"><strong>Nothing judged.</strong> No resource was found that a rule speaks of, so that this report\nsays nothing about the security of any. See <a href=\"#scanned\">what was scanned</a>.</p>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"complete"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":23,"column":0}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    return "<p class=\"completeness whole\"><strong>Complete.</strong> All that was asked for could be read.</p>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"completeness broken\"><strong>Not complete.</strong>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"gaps"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(7, data, 0),"data":data,"loc":{"start":{"line":20,"column":0},"end":{"line":20,"column":101}}})) != null ? stack1 : "")
    + ",\nwhich leaves "
    + container.escapeExpression(container.lambda(container.strict(depth0, "unknowns", {"start":{"line":21,"column":15},"end":{"line":21,"column":23}} ), depth0))
    + " open. What was not read never counts as passed:\nsee <a href=\"#coverage\">what could not be scanned</a>.</p>\n";
},"6":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(container.strict(depth0, "gaps", {"start":{"line":20,"column":14},"end":{"line":20,"column":18}} ), depth0))
    + " were not answered in full";
},"7":function(container,depth0,helpers,partials,data) {
    return "Not all that was asked for could be read";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<ol class=\"worst\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"worst"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":37,"column":9}}})) != null ? stack1 : "")
    + "</ol>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"next"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":43,"column":7}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li>\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"severity"),depth0,{"name":"severity","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<p class=\"worst-title\"><a href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":33,"column":35},"end":{"line":33,"column":41}} ), depth0))
    + "\"><bdi>"
    + alias3(alias2(alias1(depth0, "message", {"start":{"line":33,"column":52},"end":{"line":33,"column":59}} ), depth0))
    + "</bdi></a></p>\n<p class=\"where\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"where"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":17},"end":{"line":34,"column":172}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"elsewhere"),{"name":"if","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":172},"end":{"line":34,"column":210}}})) != null ? stack1 : "")
    + "</p>\n<p class=\"where\">Against "
    + alias3(alias2(alias1(depth0, "id", {"start":{"line":35,"column":27},"end":{"line":35,"column":29}} ), depth0))
    + ", "
    + alias3(alias2(alias1(depth0, "outcome", {"start":{"line":35,"column":35},"end":{"line":35,"column":42}} ), depth0))
    + ": <bdi>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":35,"column":53},"end":{"line":35,"column":58}} ), depth0))
    + "</bdi></p>\n</li>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), alias2=container.strict, alias3=container.lambda, alias4=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"unless").call(alias1,lookupProperty(data,"first"),{"name":"unless","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":32},"end":{"line":34,"column":63}}})) != null ? stack1 : "")
    + alias4(alias3(alias2(depth0, "kind", {"start":{"line":34,"column":65},"end":{"line":34,"column":69}} ), depth0))
    + " <bdi class=\"name\">"
    + alias4(alias3(alias2(depth0, "name", {"start":{"line":34,"column":92},"end":{"line":34,"column":96}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"inVault"),{"name":"if","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":104},"end":{"line":34,"column":163}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    return ", ";
},"12":function(container,depth0,helpers,partials,data) {
    return " in <bdi class=\"name\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "vault", {"start":{"line":34,"column":143},"end":{"line":34,"column":148}} ), depth0))
    + "</bdi>";
},"13":function(container,depth0,helpers,partials,data) {
    return " "
    + container.escapeExpression(container.lambda(container.strict(depth0, "elsewhere", {"start":{"line":34,"column":192},"end":{"line":34,"column":201}} ), depth0));
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<ul class=\"next\" aria-label=\"The next worst\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"next"),{"name":"each","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":41,"column":156}}})) != null ? stack1 : "")
    + "\n</ul>\n";
},"15":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<li><span class=\"severity-word\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":41,"column":48},"end":{"line":41,"column":60}} ), depth0))
    + "</span> <span><a href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":41,"column":88},"end":{"line":41,"column":94}} ), depth0))
    + "\"><bdi>"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":41,"column":105},"end":{"line":41,"column":110}} ), depth0))
    + "</bdi></a>: "
    + alias3(alias2(alias1(depth0, "outcome", {"start":{"line":41,"column":126},"end":{"line":41,"column":133}} ), depth0))
    + "</span></li>";
},"16":function(container,depth0,helpers,partials,data) {
    return "<p>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "none", {"start":{"line":45,"column":5},"end":{"line":45,"column":9}} ), depth0))
    + "</p>\n";
},"17":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr><th scope=\"row\">"
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":55,"column":22},"end":{"line":55,"column":26}} ), depth0))
    + "<td><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":55,"column":55},"end":{"line":55,"column":59}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"failBar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "<td><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":55,"column":112},"end":{"line":55,"column":119}} ), depth0))
    + "</span>"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"unknownBar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n</tr>\n";
},"18":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h3 id=\"by-framework\">By framework</h3>\n<dl class=\"states\" aria-labelledby=\"by-framework\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"frameworks"),{"name":"each","hash":{},"fn":container.program(19, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":63,"column":0},"end":{"line":65,"column":9}}})) != null ? stack1 : "")
    + "</dl>\n";
},"19":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div><dt><a href=\"#"
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":64,"column":21},"end":{"line":64,"column":27}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":64,"column":33},"end":{"line":64,"column":38}} ), depth0))
    + "</a></dt><dd>"
    + alias3(alias2(alias1(depth0, "verdict", {"start":{"line":64,"column":55},"end":{"line":64,"column":62}} ), depth0))
    + "."
    + ((stack1 = container.invokePartial(lookupProperty(partials,"bar"),lookupProperty(depth0,"bar"),{"name":"bar","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</dd></div>\n";
},"20":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(container.strict(depth0, "waived", {"start":{"line":69,"column":83},"end":{"line":69,"column":89}} ), depth0))
    + " waived";
},"21":function(container,depth0,helpers,partials,data) {
    return "none in this run";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"result\" aria-labelledby=\"result-title\" tabindex=\"-1\">\n<h2 id=\"result-title\">Result</h2>\n<div class=\"outcome\">\n<div>\n<p class=\"headline\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "headline", {"start":{"line":6,"column":22},"end":{"line":6,"column":30}} ), depth0))
    + "</p>\n<dl class=\"figures\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"figures"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "</dl>\n</div>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"nothing"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":23,"column":7}}})) != null ? stack1 : "")
    + "</div>\n<div class=\"columns\">\n<section id=\"worst\" aria-labelledby=\"worst-title\">\n<h2 id=\"worst-title\">The three worst problems, and where</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"worst"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.program(16, data, 0),"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":46,"column":7}}})) != null ? stack1 : "")
    + "</section>\n<div>\n<h3 id=\"severities-title\">By severity</h3>\n<table class=\"severities\" aria-labelledby=\"severities-title\">\n<caption class=\"hidden\">Failed and unknown verdicts by severity</caption>\n<thead><tr><th scope=\"col\">Severity<th scope=\"col\">Failed<th scope=\"col\">Unknown</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"severities"),{"name":"each","hash":{},"fn":container.program(17, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":57,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"frameworks"),{"name":"if","hash":{},"fn":container.program(18, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":60,"column":0},"end":{"line":67,"column":7}}})) != null ? stack1 : "")
    + "<h3>Since the last run</h3>\n<p class=\"where\">Compared with: no earlier run was given. Waivers: "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"waived"),{"name":"if","hash":{},"fn":container.program(20, data, 0),"inverse":container.program(21, data, 0),"data":data,"loc":{"start":{"line":69,"column":67},"end":{"line":69,"column":129}}})) != null ? stack1 : "")
    + ".</p>\n</div>\n</div>\n</section>\n";
},"usePartial":true,"useData":true},
  "rows": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<text x=\"0\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":3,"column":33},"end":{"line":3,"column":34}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "text", {"start":{"line":3,"column":40},"end":{"line":3,"column":44}} ), depth0))
    + "</text>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<rect class=\""
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":4,"column":29},"end":{"line":4,"column":33}} ), depth0))
    + "\""
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"pattern"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":36},"end":{"line":4,"column":83}}})) != null ? stack1 : "")
    + " x=\""
    + alias3(alias2(alias1(depth0, "x", {"start":{"line":4,"column":89},"end":{"line":4,"column":90}} ), depth0))
    + "\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":4,"column":99},"end":{"line":4,"column":100}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(depth0, "width", {"start":{"line":4,"column":113},"end":{"line":4,"column":118}} ), depth0))
    + "\" height=\""
    + alias3(alias2(alias1(depth0, "height", {"start":{"line":4,"column":132},"end":{"line":4,"column":138}} ), depth0))
    + "\"></rect>";
},"2":function(container,depth0,helpers,partials,data) {
    return " fill=\"url(#"
    + container.escapeExpression(container.lambda(container.strict(depth0, "pattern", {"start":{"line":4,"column":65},"end":{"line":4,"column":72}} ), depth0))
    + ")\"";
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<text class=\"sum\" x=\"360\" y=\""
    + alias3(alias2(alias1(depth0, "y", {"start":{"line":5,"column":48},"end":{"line":5,"column":49}} ), depth0))
    + "\" text-anchor=\"end\">"
    + alias3(alias2(alias1(depth0, "text", {"start":{"line":5,"column":73},"end":{"line":5,"column":77}} ), depth0))
    + "</text>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<svg class=\"chart\" viewBox=\"0 0 360 "
    + container.escapeExpression(container.lambda(container.strict(depth0, "height", {"start":{"line":2,"column":38},"end":{"line":2,"column":44}} ), depth0))
    + "\" aria-hidden=\"true\" focusable=\"false\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"labels"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":62}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"bars"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":4,"column":158}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"numbers"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":95}}})) != null ? stack1 : "")
    + "\n</svg>\n";
},"useData":true},
  "scanned": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<ul class=\"kinds\" aria-label=\"Resources found\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"kinds"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":6,"column":146}}})) != null ? stack1 : "")
    + "\n</ul>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<li><span class=\"number\">"
    + alias3(alias2(alias1(depth0, "number", {"start":{"line":6,"column":42},"end":{"line":6,"column":48}} ), depth0))
    + "</span> "
    + alias3(alias2(alias1(depth0, "words", {"start":{"line":6,"column":60},"end":{"line":6,"column":65}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"unlisted"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":67},"end":{"line":6,"column":132}}})) != null ? stack1 : "")
    + "</li>";
},"2":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">("
    + container.escapeExpression(container.lambda(container.strict(depth0, "unlisted", {"start":{"line":6,"column":107},"end":{"line":6,"column":115}} ), depth0))
    + ")</span>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<div><dt>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":11,"column":11},"end":{"line":11,"column":15}} ), depth0))
    + "</dt><dd>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":26},"end":{"line":11,"column":82}}})) != null ? stack1 : "")
    + "</dd></div>\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<bdi class=\"line\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</bdi>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<table class=\"stack\">\n<caption>Subscriptions in which vaults were found, with the verdicts on these and on what they hold</caption>\n<thead>\n<tr><th scope=\"col\">Subscription<th scope=\"col\" class=\"number\">Vaults<th scope=\"col\" class=\"number\">Failed<th scope=\"col\" class=\"number\">Unknown<th scope=\"col\" class=\"number\">Passed\n</tr>\n</thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"subscriptions"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":25,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,lookupProperty(depth0,"outside"),{"name":"with","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":29,"column":9}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"more"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":32,"column":94}}})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<tr><th scope=\"row\"><bdi>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":23,"column":27},"end":{"line":23,"column":31}} ), depth0))
    + "</bdi><td class=\"number\" data-label=\"Vaults\">"
    + alias3(alias2(alias1(depth0, "vaults", {"start":{"line":23,"column":80},"end":{"line":23,"column":86}} ), depth0))
    + "<td class=\"number\" data-label=\"Failed\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":23,"column":129},"end":{"line":23,"column":133}} ), depth0))
    + "<td class=\"number\" data-label=\"Unknown\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":23,"column":177},"end":{"line":23,"column":184}} ), depth0))
    + "<td class=\"number\" data-label=\"Passed\">"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":23,"column":227},"end":{"line":23,"column":231}} ), depth0))
    + "\n</tr>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<tr><th scope=\"row\">Outside any vault: the tenant and the subscriptions themselves<td class=\"number none\"><td class=\"number\" data-label=\"Failed\">"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":27,"column":147},"end":{"line":27,"column":151}} ), depth0))
    + "<td class=\"number\" data-label=\"Unknown\">"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":27,"column":195},"end":{"line":27,"column":202}} ), depth0))
    + "<td class=\"number\" data-label=\"Passed\">"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":27,"column":245},"end":{"line":27,"column":249}} ), depth0))
    + "\n</tr>\n";
},"8":function(container,depth0,helpers,partials,data) {
    return "<p class=\"more\">and "
    + container.escapeExpression(container.lambda(container.strict(depth0, "more", {"start":{"line":32,"column":34},"end":{"line":32,"column":38}} ), depth0))
    + " more subscriptions, all in the JSON report</p>";
},"9":function(container,depth0,helpers,partials,data) {
    return "<p class=\"notice\">No vault was found in this scope.</p>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<section id=\"scanned\" aria-labelledby=\"scanned-title\" tabindex=\"-1\">\n<h2 id=\"scanned-title\">What was scanned</h2>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"kinds"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":4,"column":0},"end":{"line":8,"column":7}}})) != null ? stack1 : "")
    + "<dl class=\"scope\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"scope"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":9}}})) != null ? stack1 : "")
    + "</dl>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"subscriptions"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.program(9, data, 0),"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":35,"column":7}}})) != null ? stack1 : "")
    + "</section>\n";
},"useData":true},
  "severity": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<span class=\"severity "
    + alias3(alias2(alias1(depth0, "severity", {"start":{"line":2,"column":24},"end":{"line":2,"column":32}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "severityWord", {"start":{"line":2,"column":38},"end":{"line":2,"column":50}} ), depth0))
    + "</span>\n";
},"useData":true},
  "theme": {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "<form class=\"theme\" id=\"theme\" hidden>\n<fieldset>\n<legend>Colours</legend>\n<label><input type=\"radio\" name=\"theme\" value=\"auto\" checked> As the system</label>\n<label><input type=\"radio\" name=\"theme\" value=\"light\"> Light</label>\n<label><input type=\"radio\" name=\"theme\" value=\"dark\"> Dark</label>\n</fieldset>\n</form>\n";
},"useData":true},
  "vaults": {"0":function(container,depth0,helpers,partials,data) {
    return " class=\"beyond\"";
},"1":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">declared in <bdi>"
    + container.escapeExpression(container.lambda(container.strict(depth0, "place", {"start":{"line":2,"column":149},"end":{"line":2,"column":154}} ), depth0))
    + "</bdi></span>";
},"2":function(container,depth0,helpers,partials,data) {
    return " <span class=\"where\">"
    + container.escapeExpression(container.lambda(container.strict(depth0, "severities", {"start":{"line":2,"column":275},"end":{"line":2,"column":285}} ), depth0))
    + "</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr id=\""
    + alias3(alias2(alias1(depth0, "anchor", {"start":{"line":2,"column":10},"end":{"line":2,"column":16}} ), depth0))
    + "\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"beyond"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":19},"end":{"line":2,"column":55}}})) != null ? stack1 : "")
    + "><th scope=\"row\"><bdi>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":2,"column":79},"end":{"line":2,"column":83}} ), depth0))
    + "</bdi>"
    + ((stack1 = lookupProperty(helpers,"with").call(alias4,lookupProperty(depth0,"declared"),{"name":"with","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":91},"end":{"line":2,"column":178}}})) != null ? stack1 : "")
    + "<td><bdi>"
    + alias3(alias2(alias1(depth0, "subscription", {"start":{"line":2,"column":189},"end":{"line":2,"column":201}} ), depth0))
    + "</bdi><td>"
    + alias3(alias2(alias1(depth0, "score", {"start":{"line":2,"column":215},"end":{"line":2,"column":220}} ), depth0))
    + "<td>"
    + alias3(alias2(alias1(depth0, "fail", {"start":{"line":2,"column":228},"end":{"line":2,"column":232}} ), depth0))
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"severities"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":234},"end":{"line":2,"column":301}}})) != null ? stack1 : "")
    + "<td>"
    + alias3(alias2(alias1(depth0, "unknown", {"start":{"line":2,"column":307},"end":{"line":2,"column":314}} ), depth0))
    + "<td>"
    + alias3(alias2(alias1(depth0, "pass", {"start":{"line":2,"column":322},"end":{"line":2,"column":326}} ), depth0))
    + "<td>"
    + alias3(alias2(alias1(depth0, "notApplicable", {"start":{"line":2,"column":334},"end":{"line":2,"column":347}} ), depth0))
    + "<td>"
    + alias3(alias2(alias1(depth0, "gaps", {"start":{"line":2,"column":355},"end":{"line":2,"column":359}} ), depth0))
    + "\n</tr>\n";
},"useData":true},
  "verdict-counts": {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<td class=\"number\" data-label=\""
    + alias3(alias2(alias1(depth0, "word", {"start":{"line":2,"column":47},"end":{"line":2,"column":51}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "count", {"start":{"line":2,"column":57},"end":{"line":2,"column":62}} ), depth0));
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":2,"column":0},"end":{"line":2,"column":73}}})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
