// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which objects are made: what a link needs comes first, otherwise as in the text.
 *
 * <p>Each object takes two steps. <i>In</i>: it is made, gets its values and joins the tree. <i>Done</i>: links to what it
 * owns are set and its complete hook runs. An owner goes in before what it owns and is done after it; what a link leads to is
 * done before the link's object goes in, except an owner, for which it is enough to be in.
 *
 * <p>The graph is walked depth first with a stack of its own, so that long chains of links cost memory, not the Java stack.
 * Confined to one thread.
 */
final class LoadOrder {
    private static final byte NEW = 0;
    private static final byte OPEN = 1;
    private static final byte EMITTED = 2;
    private static final int MOST_HOPS = 50;

    private final List<ObjectPlan> objects;
    private final Problems problems;
    private final int[] order;
    private final byte[] states;
    private int count;

    private int[] stack = new int[64];
    private int[] cursors = new int[64];
    private int depth;

    private LoadOrder(List<ObjectPlan> objects, Problems problems) {
        this.objects = objects;
        this.problems = problems;
        order = new int[2 * objects.size()];
        states = new byte[2 * objects.size()];
    }

    /** Returns the steps in order; step 2n is that object n goes in, step 2n+1 that it is done. Reports circles. */
    static int[] of(List<ObjectPlan> objects, Problems problems) {
        LoadOrder order = new LoadOrder(objects, problems);
        for (int i = 0; i < objects.size(); i++) {
            order.walk(2 * i + 1);
        }
        return order.order;
    }

    private void walk(int start) {
        push(start);
        while (depth > 0) {
            int step = stack[depth - 1];
            int next = step % 2 == 0 ? needOfIn(step) : needOfDone(step);
            if (next < 0) {
                states[step] = EMITTED;
                order[count++] = step;
                depth--;
            } else if (states[next] == NEW) {
                push(next);
            } else if (states[next] == OPEN) {
                report(next);
            }
        }
    }

    private void push(int step) {
        if (states[step] != NEW) {
            return;
        }
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
            cursors = Arrays.copyOf(cursors, 2 * depth);
        }
        states[step] = OPEN;
        stack[depth] = step;
        cursors[depth++] = 0;
    }

    /** Returns the next step that must come before an object goes in, or -1. */
    private int needOfIn(int step) {
        ObjectPlan object = objects.get(step / 2);
        int cursor = cursors[depth - 1]++;
        if (cursor == 0) {
            ObjectPlan parent = object.parent();
            if (parent != null) {
                return 2 * parent.number();
            }
            cursor = cursors[depth - 1]++;
        }
        List<LinkUse> links = object.links();
        for (int i = cursor - 1; i < links.size(); i++, cursors[depth - 1]++) {
            LinkUse use = links.get(i);
            ObjectPlan target = use.target();
            if (target != null && !use.leadsDown() && !use.leadsUp()) {
                return 2 * target.number() + 1;
            }
        }
        return -1;
    }

    /** Returns the next step that must come before an object is done, or -1. */
    private int needOfDone(int step) {
        int cursor = cursors[depth - 1]++;
        if (cursor == 0) {
            return step - 1;
        }
        List<ObjectPlan> children = objects.get(step / 2).children();
        return cursor > children.size() ? -1 : 2 * children.get(cursor - 1).number() + 1;
    }

    /** Reports the circle that is closed by a step that is open. */
    private void report(int closing) {
        int first = depth - 1;
        while (stack[first] != closing) {
            first--;
        }
        List<LinkUse> hops = new ArrayList<>();
        for (int i = first; i < depth; i++) {
            int step = stack[i];
            int next = i + 1 < depth ? stack[i + 1] : closing;
            LinkUse use = linkBetween(step, next);
            if (use != null) {
                hops.add(use);
            }
        }
        if (hops.isEmpty()) {
            throw new IllegalStateException(
                    "a circle without a link at " + objects.get(closing / 2).path());
        }
        int start = 0;
        for (int i = 1; i < hops.size(); i++) {
            if (hops.get(i).owner().number() < hops.get(start).owner().number()) {
                start = i;
            }
        }
        describe(hops, start);
    }

    private void describe(List<LinkUse> hops, int start) {
        LinkUse first = hops.get(start);
        var path = new StringBuilder();
        int shown = Math.min(hops.size(), MOST_HOPS);
        for (int i = 0; i < shown; i++) {
            path.append(name(hops.get((start + i) % hops.size()).owner())).append(" → ");
        }
        path.append(shown < hops.size() ? "… → " : "").append(name(first.owner()));
        Diagnostic.Builder problem = Diagnostic.of(
                        DiagnosticCode.LINK_CYCLE, "objects need each other before they can be made: " + path)
                .hint("leave one of the links out, and set it once the objects are made");
        for (int i = 0; i < shown; i++) {
            LinkUse hop = hops.get((start + i) % hops.size());
            problem.related(
                    hop.position(),
                    name(hop.owner()) + "." + hop.property().name() + " needs "
                            + name(Objects.requireNonNull(hop.target())));
        }
        problems.at(first.source(), first.node(), problem);
    }

    private static String name(ObjectPlan object) {
        return object.parent() == null ? object.id() : object.path();
    }

    /** Returns the link because of which one step waits for another, or null if it waits as owner or owned. */
    private @Nullable LinkUse linkBetween(int step, int next) {
        if (step % 2 != 0 || next % 2 == 0) {
            return null;
        }
        ObjectPlan target = objects.get(next / 2);
        for (LinkUse use : objects.get(step / 2).links()) {
            if (use.target() == target) {
                return use;
            }
        }
        return null;
    }
}
