// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.PathMatch;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ListType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the links of documents lead: to an object of the same load, or of the runtime.
 *
 * <p>A link is a path, or begins with an id. Ids are looked for among what the object owns, then among its siblings, then
 * outwards to {@code /objects}; only then in the runtime's tree, by the rules of partial paths. Confined to one thread.
 */
final class LinkResolver {
    private static final int MOST_NAMES = 12;

    private final Qom qom;
    private final LoadPlan plan;
    private final Problems problems;
    private final Map<String, List<String>> targets = new HashMap<>();

    LinkResolver(Qom qom, LoadPlan plan, Problems problems) {
        this.qom = qom;
        this.plan = plan;
        this.problems = problems;
    }

    /** Resolves the links of an object; returns whether it has any. */
    boolean resolve(ObjectPlan object) {
        if (!object.facts().hasLinks()) {
            return false;
        }
        List<LinkUse> uses = new ArrayList<>(2);
        for (int i = 0; i < object.count(); i++) {
            Property property = object.property(i);
            if (ClassFacts.isLink(property)) {
                collect(object, i, property, uses);
            }
        }
        object.links(uses);
        return !uses.isEmpty();
    }

    private void collect(ObjectPlan object, int index, Property property, List<LinkUse> uses) {
        Source source = object.origin(index).source();
        JsonDocument document = source.document();
        int node = object.node(index);
        if (property.type() instanceof LinkType link) {
            use(new LinkUse(object, index, source, node), link, uses);
        } else if (property.type() instanceof ListType list
                && list.element() instanceof LinkType link
                && document.kind(node) == JsonKind.ARRAY) {
            for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
                use(new LinkUse(object, index, source, each), link, uses);
            }
        }
    }

    private void use(LinkUse use, LinkType link, List<LinkUse> uses) {
        JsonDocument document = use.source().document();
        if (document.kind(use.node()) != JsonKind.STRING || document.isString(use.node(), "")) {
            return;
        }
        String text = document.string(use.node());
        if (!leadsIntoPlan(use, link, text)) {
            leadsIntoRuntime(use, link, text);
        }
        uses.add(use);
    }

    private boolean leadsIntoPlan(LinkUse use, LinkType link, String text) {
        List<String> parts = parts(text);
        if (parts.isEmpty()) {
            return false;
        }
        boolean isAbsolute = text.startsWith("/");
        if (isAbsolute && (parts.size() < 2 || !parts.getFirst().equals(CompositionTree.OBJECTS))) {
            return false;
        }
        int at = isAbsolute ? 1 : 0;
        ObjectPlan found = isAbsolute ? plan.find(parts.get(at)) : nearest(use.owner(), parts.getFirst());
        if (found == null) {
            return false;
        }
        for (at++; at < parts.size(); at++) {
            ObjectPlan child = found.child(parts.get(at));
            if (child == null) {
                break;
            }
            found = child;
        }
        String rest = at == parts.size() ? "" : "/" + String.join("/", parts.subList(at, parts.size()));
        use.leadsTo(found, rest);
        ClassFacts facts = found.facts();
        if (rest.isEmpty() && facts.isUsable() && !facts.objectClass().isA(link.target())) {
            otherType(use, link, text, facts.objectClass(), found);
        } else if (use.leadsUp() && use.isStrong()) {
            problems.at(
                    use.source(),
                    use.node(),
                    Diagnostic.of(
                                    DiagnosticCode.LINK_CYCLE,
                                    "'" + text + "' owns the object that has the link: each would keep the other alive")
                            .hint("only a weak link can lead to an owner; leave it out"));
        }
        return true;
    }

    private @Nullable ObjectPlan nearest(ObjectPlan owner, String id) {
        for (ObjectPlan each = owner; each != null; each = each.parent()) {
            ObjectPlan child = each.child(id);
            if (child != null) {
                return child;
            }
        }
        return plan.find(id);
    }

    private void leadsIntoRuntime(LinkUse use, LinkType link, String text) {
        PathMatch match = qom.tree().match(text, link.target());
        if (match instanceof PathMatch.Found) {
            return;
        }
        if (match instanceof PathMatch.Ambiguous) {
            List<String> candidates = qom.tree().candidates(text, link.target()).stream()
                    .map(QomObject::toString)
                    .toList();
            problems.at(
                    use.source(),
                    use.node(),
                    Diagnostic.of(
                                    DiagnosticCode.LINK_AMBIGUOUS,
                                    "Path '" + text + "' does not uniquely identify an object")
                            .hint("it leads to " + String.join(" and ", candidates) + "; write a whole path"));
            return;
        }
        QomObject other = qom.tree().find(text);
        if (other != null) {
            otherType(use, link, text, other.objectClass(), null);
        } else {
            notFound(use, link, text);
        }
    }

    private void otherType(LinkUse use, LinkType link, String text, ObjectClass found, @Nullable ObjectPlan target) {
        Diagnostic.Builder problem = Diagnostic.of(
                        DiagnosticCode.LINK_TO_OTHER_TYPE,
                        "Invalid parameter type for '" + use.property().name() + "', expected: " + link.target())
                .hint("'" + text + "' is a " + found.name());
        if (target != null) {
            problem.related(target.origin().position(), "'" + text + "' is described here");
        }
        List<String> legal = targets(link);
        if (!legal.isEmpty()) {
            problem.legal(Shapes.list(legal, MOST_NAMES));
        }
        problems.at(use.source(), use.node(), problem);
    }

    private void notFound(LinkUse use, LinkType link, String text) {
        List<String> legal = targets(link);
        Diagnostic.Builder problem = Diagnostic.of(
                        DiagnosticCode.LINK_NOT_FOUND, ValueProblem.message(CompositionTree.notFound(text)))
                .nearest(problems.nearest(text, legal));
        if (legal.isEmpty()) {
            problem.hint("there is no " + link.target() + " to link to");
        } else {
            problem.legal("the id or path of a " + link.target() + ": " + Shapes.list(legal, MOST_NAMES));
        }
        problems.at(use.source(), use.node(), problem);
    }

    /** Returns the ids of the objects that such a link may lead to. */
    private List<String> targets(LinkType link) {
        return targets.computeIfAbsent(link.target(), any -> targetsOf(link));
    }

    private List<String> targetsOf(LinkType link) {
        List<String> ids = new ArrayList<>();
        for (ObjectPlan each : plan.top()) {
            if (each.facts().objectClass().isA(link.target())) {
                ids.add(each.id());
            }
        }
        for (QomObject each : qom.objects().all()) {
            String name = each.name();
            if (name != null && each.isA(link.target())) {
                ids.add(name);
            }
        }
        return ids;
    }

    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>(2);
        int start = 0;
        for (int end; start < path.length(); start = end + 1) {
            end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            if (end > start) {
                parts.add(path.substring(start, end));
            }
        }
        return parts;
    }
}
