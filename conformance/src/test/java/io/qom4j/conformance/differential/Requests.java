// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import static io.qom4j.conformance.differential.Values.quoted;

import io.qom4j.conformance.Norm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of requests: of each command, right and wrong.
 *
 * @param choice what decides
 */
record Requests(Choice choice) {
    private static final List<String> QUERIES = List.of(
            "query-name", "query-uuid", "query-status", "query-memory-size-summary", "query-yank", "query-memdev");
    private static final List<String> ACTIONS = List.of("stop", "cont", "system_reset", "stop", "cont");
    private static final List<String> NEGOTIATIONS = List.of(
            "{}",
            "{\"enable\": []}",
            "{\"enable\": [\"oob\"]}",
            "{\"enable\": [\"oob\", \"oob\"]}",
            "{\"enable\": [\"bogus\"]}",
            "{\"enable\": [\"oob\", \"bogus\"]}",
            "{\"enable\": \"oob\"}",
            "{\"enable\": [1]}",
            "{\"enable\": null}",
            "{\"enabel\": []}",
            "{\"enable\": {}}",
            "[]",
            "null");
    private static final List<String> ODD = List.of(
            "[]",
            "1",
            "null",
            "\"x\"",
            "{}",
            "[{\"execute\": \"query-name\"}]",
            "{\"execute\": 1}",
            "{\"execute\": null, \"id\": 3}",
            "{\"execute\": \"query-name\", \"arguments\": null}",
            "{\"execute\": \"query-name\", \"arguments\": []}",
            "{\"execute\": \"query-name\", \"foo\": 1}",
            "{\"execute\": \"query-name\", \"exec-oob\": \"query-name\"}",
            "{\"exec-oob\": \"query-name\", \"id\": 7}",
            "{\"exec-oob\": 1, \"id\": 7}",
            "{\"exec-oob\": \"qmp_capabilities\", \"id\": 7}",
            "{\"exec-oob\": \"query-yank\", \"id\": 7}",
            "{\"exec-oob\": \"nope\", \"id\": 7}",
            "{\"id\": 1}",
            "{\"execute\": \"\"}",
            "{\"execute\": \"nope\", \"arguments\": {\"a\": 1}}",
            "{\"execute\": \"QUERY-NAME\"}",
            "{\"execute\": \"query_name\"}",
            "{\"execute\": \"query-name \"}",
            "{'execute': 'query-name'}",
            "{\"arguments\": {}, \"id\": 1, \"execute\": \"query-name\"}",
            "{\"execute\": \"query-name\", \"arguments\": {}, \"arguments\": {}}",
            "{\"execute\": \"query-\\u00e4\"}",
            "{\"execute\": \"query-name\\u0000\"}",
            "{\"a\": 1, \"b\": 2, \"execute\": 3}",
            "{\"execute\": \"query-name\"} {\"execute\": \"query-uuid\", \"id\": [1]}");

    /** Returns the first request, which most often is the right one. */
    Step first() {
        return choice.oneIn(6)
                ? negotiation()
                : request("qmp_capabilities", choice.oneIn(6) ? "{\"enable\": [\"oob\"]}" : null);
    }

    Step next() {
        int kind = choice.below(100);
        if (kind < 22) {
            return objectAdd();
        } else if (kind < 30) {
            return objectDel();
        } else if (kind < 44) {
            return qomSet();
        } else if (kind < 54) {
            return qomGet();
        } else if (kind < 60) {
            return qomList();
        } else if (kind < 67) {
            return types();
        } else if (kind < 72) {
            return query();
        } else if (kind < 75) {
            return Step.of(request(choice.of(ACTIONS), odd("{}")).text());
        } else if (kind < 88) {
            return human();
        } else if (kind < 90) {
            return negotiation();
        } else if (kind < 94) {
            return Step.of(choice.of(ODD));
        }
        return Step.broken(new Damage(choice).of(wellFormed().text()));
    }

    private Step wellFormed() {
        return choice.oneIn(2) ? objectAdd() : choice.oneIn(2) ? query() : qomSet();
    }

    private Step negotiation() {
        return request("qmp_capabilities", choice.of(NEGOTIATIONS));
    }

    private Step request(String command, @Nullable String arguments) {
        List<String> members = new ArrayList<>();
        members.add("\"execute\": " + quoted(command));
        if (arguments != null) {
            members.add("\"arguments\": " + arguments);
        }
        if (choice.oneIn(8)) {
            members.add(choice.below(members.size() + 1), "\"id\": " + choice.of(Values.REQUEST_IDS));
        }
        return Step.of("{" + String.join(", ", members) + "}");
    }

    /** Returns arguments that are now and then spoilt by a member too many or of another type. */
    private String odd(String arguments) {
        if (!choice.oneIn(12)) {
            return arguments;
        }
        return arguments.equals("{}")
                ? "{\"x\": " + choice.of(Values.ANY) + "}"
                : choice.oneIn(2)
                        ? arguments.substring(0, arguments.length() - 1) + ", \"x\": " + choice.of(Values.ANY) + "}"
                        : choice.of("{}", "[]", "null", "1");
    }

    private String struct(List<String> members) {
        return odd("{" + String.join(", ", members) + "}");
    }

    /** Returns a member whose value is a string, which is now and then something else, or no member at all. */
    private void add(List<String> members, String name, String value) {
        if (!choice.oneIn(40)) {
            members.add(quoted(name) + ": " + (choice.oneIn(30) ? choice.of(Values.ANY) : quoted(value)));
        }
    }

    private Step objectAdd() {
        List<String> members = new ArrayList<>();
        String type = Values.type(choice);
        add(members, "qom-type", type);
        add(members, "id", Values.id(choice));
        if (!choice.oneIn(8)) {
            members.add("\"size\": " + Values.any(choice, "size"));
        }
        if (type.equals("memory-backend-file") && !choice.oneIn(10)) {
            members.add("\"mem-path\": " + Values.any(choice, "mem-path"));
        }
        for (String name : choice.some(Values.PROPERTIES, 3)) {
            String member = quoted(name) + ": ";
            if (members.stream().noneMatch(each -> each.startsWith(member)) || choice.oneIn(20)) {
                members.add(member + Values.any(choice, name));
            }
        }
        if (choice.oneIn(15)) {
            members.add(quoted(choice.of(Values.ODD_PROPERTIES)) + ": " + choice.of(Values.ANY));
        }
        return request("object-add", struct(members));
    }

    private Step objectDel() {
        List<String> members = new ArrayList<>();
        add(members, "id", Values.id(choice));
        return request("object-del", struct(members));
    }

    private Step qomSet() {
        List<String> members = new ArrayList<>();
        String property = Values.property(choice);
        add(members, "path", Values.path(choice));
        add(members, "property", property);
        if (!choice.oneIn(30)) {
            members.add("\"value\": " + Values.any(choice, property));
        }
        return request("qom-set", struct(members));
    }

    private Step qomGet() {
        List<String> members = new ArrayList<>();
        add(members, "path", Values.path(choice));
        add(members, "property", Values.property(choice));
        return request("qom-get", struct(members));
    }

    private Step qomList() {
        List<String> members = new ArrayList<>();
        add(members, "path", Values.path(choice));
        return request("qom-list", struct(members)).comparedAs(Norm.SET::of);
    }

    private Step types() {
        List<String> members = new ArrayList<>();
        String type = choice.oneIn(2) ? choice.of(Values.OTHER_TYPES) : choice.of(Values.TYPES);
        if (choice.oneIn(3)) {
            if (!choice.oneIn(3)) {
                add(members, "implements", type);
            }
            if (choice.oneIn(2)) {
                members.add("\"abstract\": " + choice.of(choice.oneIn(5) ? Values.ANY : Values.BOOLEANS));
            }
            return request("qom-list-types", struct(members)).comparedAs(Norm.TYPES::of);
        }
        add(members, "typename", type);
        return request(choice.of("qom-list-properties", "device-list-properties"), struct(members))
                .comparedAs(Norm.SET::of);
    }

    private Step query() {
        return request(choice.of(QUERIES), choice.oneIn(2) ? odd("{}") : null).comparedAs(Norm.SET::of);
    }

    private Step human() {
        HumanLines lines = new HumanLines(choice);
        String line = lines.next();
        List<String> members = new ArrayList<>();
        members.add("\"command-line\": " + quoted(line.replace("\\", "\\\\").replace("\"", "\\\"")));
        if (choice.oneIn(30)) {
            members.add("\"cpu-index\": " + choice.of("0", "1", "-1", "\"0\"", "null"));
        }
        return request("human-monitor-command", struct(members)).comparedAs(HumanLines.form(line));
    }
}
