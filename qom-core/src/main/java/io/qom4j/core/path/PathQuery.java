// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.PathException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A question to the composition tree: which objects lie at places like this, and have properties like these.
 *
 * <pre>
 * PathQuery.parse("/machine/**&#47;[type=memory-backend]").select(qom);
 * PathQuery.parse("/objects/*[size&gt;=1G][share=on]").select(qom);
 * </pre>
 *
 * <p>A query is a path whose parts are patterns and may have filters; unlike a path it follows children alone, no links, and
 * may find any number of objects. It sees each object once, from the root downwards, and finds them in that order: an object
 * before its children, siblings as they were added.
 *
 * <p>Immutable. Selecting takes no lock; what comes and goes meanwhile is found or not.
 */
public final class PathQuery {
    /** Each part is a bit of a set, and so is the end. */
    private static final int MOST_STEPS = Long.SIZE - 1;

    private final String text;
    private final List<Step> steps;
    private final long end;

    private PathQuery(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
        this.end = bit(steps.size());
    }

    /**
     * Reads a query.
     *
     * @throws PathException if the text is no query; its hints show the place
     */
    public static PathQuery parse(String text) {
        List<Step> steps = new QueryParser(text).parse();
        if (steps.size() > MOST_STEPS) {
            throw new PathException(
                    "Query '" + text + "' has " + steps.size() + " parts; " + MOST_STEPS + " are the most");
        }
        return new PathQuery(text, List.copyOf(steps));
    }

    /**
     * Returns what the query finds in a runtime's tree, in the order of the tree.
     *
     * @throws PathException if nothing is found, and a filter compares a property with what it can never be
     */
    public List<QomObject> select(Qom qom) {
        return select(qom.root());
    }

    /** Returns what the query finds below an object, which takes the place of the root; see {@link #select(Qom)}. */
    public List<QomObject> select(QomObject root) {
        List<QomObject> found = new ArrayList<>();
        Doubts doubts = new Doubts();
        Deque<Visit> ahead = new ArrayDeque<>();
        ahead.push(new Visit(root, closure(bit(0))));
        while (!ahead.isEmpty()) {
            Visit visit = ahead.pop();
            if ((visit.reached & end) != 0) {
                found.add(visit.object);
            }
            descend(visit, doubts, ahead);
        }
        if (found.isEmpty()) {
            doubts.refuse(text);
        }
        return List.copyOf(found);
    }

    /** An object on the way, and up to which parts the way to it matches: a bit for each. */
    private record Visit(QomObject object, long reached) {}

    private void descend(Visit visit, Doubts doubts, Deque<Visit> ahead) {
        long open = visit.reached & ~end;
        if (open == 0) {
            return;
        }
        int first = Long.numberOfTrailingZeros(open);
        Step only = steps.get(first);
        if (open == bit(first) && !only.isAnyDepth() && only.name().isLiteral()) {
            QomObject child = visit.object.child(only.name().pattern());
            if (child != null && only.matches(child, doubts)) {
                ahead.push(new Visit(child, closure(bit(first + 1))));
            }
            return;
        }
        List<Visit> below = new ArrayList<>();
        for (QomObject child : visit.object.children()) {
            long reached = 0;
            for (long rest = open; rest != 0; rest &= rest - 1) {
                int each = Long.numberOfTrailingZeros(rest);
                Step step = steps.get(each);
                if (step.isAnyDepth()) {
                    reached |= bit(each);
                } else if (step.matches(child, doubts)) {
                    reached |= bit(each + 1);
                }
            }
            if (reached != 0) {
                below.add(new Visit(child, closure(reached)));
            }
        }
        below.reversed().forEach(ahead::push);
    }

    /** Adds to each part that stands for any number of levels the one behind it: the number may be none. */
    private long closure(long reached) {
        long closed = reached;
        for (int i = 0; i < steps.size(); i++) {
            if ((closed & bit(i)) != 0 && steps.get(i).isAnyDepth()) {
                closed |= bit(i + 1);
            }
        }
        return closed;
    }

    private static long bit(int step) {
        return 1L << step;
    }

    /** Returns the text that was read. */
    @Override
    public String toString() {
        return text;
    }
}
