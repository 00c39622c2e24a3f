// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the description of an object, {@code TYPE,id=ID,PROPERTY=VALUE,…}, can go on with.
 *
 * @param knowledge has the types
 * @param paths has the objects that links can lead to
 */
record ObjectCompletion(Knowledge knowledge, PathCompletion paths) {
    private static final String TYPE = "qom-type=";
    private static final String ID = "id";

    Stream<Proposal> complete(String word) {
        int comma = word.lastIndexOf(',');
        if (comma < 0) {
            String before = word.startsWith(TYPE) ? TYPE : "";
            return knowledge.creatableTypes().stream()
                    .map(type -> new Proposal(before + type + "," + ID + "=", type, "", false));
        }
        List<String> given = List.of(word.substring(0, comma).split(",", -1));
        String type = given.getFirst().startsWith(TYPE) ? given.getFirst().substring(TYPE.length()) : given.getFirst();
        String before = word.substring(0, comma + 1);
        String last = word.substring(comma + 1);
        int equals = last.indexOf('=');
        return equals < 0
                ? names(type, given, before)
                : values(type, last.substring(0, equals), before + last.substring(0, equals + 1));
    }

    private Stream<Proposal> names(String type, List<String> given, String before) {
        Set<String> there = new HashSet<>();
        given.forEach(each -> there.add(each.replaceAll("[.=].*", "")));
        Stream<Proposal> id = there.contains(ID) ? Stream.empty() : Stream.of(option(before, ID, "the object's name"));
        return Stream.concat(
                id,
                knowledge.ofType(type).stream()
                        .filter(each -> each.isWritable() && !there.contains(each.name()))
                        .map(each -> option(before, each.name(), each.legal())));
    }

    private static Proposal option(String before, String name, String description) {
        return new Proposal(before + name + "=", name + "=", description, false);
    }

    private Stream<Proposal> values(String type, String name, String before) {
        return knowledge.ofType(type).stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> Stream.concat(each.words().stream(), paths.ofType(each.target())))
                .map(value -> new Proposal(before + value, value, "", false));
    }
}
