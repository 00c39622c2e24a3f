// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a path can go on with: the next name behind its last slash, or, without any, the id of an object that users made.
 *
 * @param knowledge has the tree
 */
record PathCompletion(Knowledge knowledge) {
    private static final String ROOT = "/";

    Stream<Proposal> complete(String word) {
        int slash = word.lastIndexOf('/');
        if (slash < 0) {
            Stream<Proposal> ids =
                    knowledge.userObjects().stream().map(each -> Proposal.whole(each.name(), each.type()));
            return Stream.concat(Stream.of(new Proposal(ROOT, ROOT, "the root", false)), ids);
        }
        String before = word.substring(0, slash + 1);
        return knowledge.branches(slash == 0 ? ROOT : word.substring(0, slash)).stream()
                .map(each -> proposal(before, each));
    }

    private static Proposal proposal(String before, Knowledge.Branch branch) {
        String name = branch.isContainer() ? branch.name() + "/" : branch.name();
        return new Proposal(before + name, name, branch.type(), !branch.isContainer());
    }

    /** Returns the ids of the objects of a type that users made; nothing for no type. */
    Stream<String> ofType(@Nullable String type) {
        if (type == null) {
            return Stream.empty();
        }
        Set<String> types = knowledge.typesOf(type);
        return knowledge.userObjects().stream()
                .filter(each -> types.contains(each.type().replaceAll("^child<(.*)>$", "$1")))
                .map(Knowledge.Branch::name);
    }
}
