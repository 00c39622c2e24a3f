// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.PathMatch;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TreeInvariants;
import io.qom4j.core.error.QomException;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A runtime and a naive world to which the same is done. */
final class Twin {
    private final Qom qom = Qom.builder().build();
    private final NaiveWorld naive = new NaiveWorld();

    /** The object for each node, in the same order. */
    private final List<QomObject> objects = new ArrayList<>(List.of(qom.root()));

    Twin() {
        qom.types()
                .register(Thing.type("base")
                        .classInit(oc -> {
                            oc.addInteger(
                                    "size",
                                    ValueType.signed(64).between(0, NaiveWorld.MOST),
                                    (Thing t) -> t.number,
                                    (Thing t, long v) -> t.number = v);
                            oc.addLink(
                                    "strong",
                                    "base",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                            oc.declare(LinkProperty.of(
                                            "weak",
                                            "base",
                                            Thing.class,
                                            (Thing t) -> t.other,
                                            (Thing t, @Nullable Thing v) -> t.other = v)
                                    .weak());
                        })
                        .build());
        qom.types().register(Thing.type("special").parent("base").build());
    }

    void perform(Operation operation) {
        switch (operation) {
            case Operation.Make make -> {
                naive.make(make.type());
                objects.add(qom.newObject(make.type()));
            }
            case Operation.Add add ->
                same(
                        naive.add(node(add.parent()), add.name(), node(add.child())),
                        () -> object(add.parent()).addChild(add.name(), object(add.child())));
            case Operation.Unparent unparent -> {
                naive.unparent(node(unparent.object()));
                object(unparent.object()).unparent();
            }
            case Operation.Ref ref -> {
                if (!node(ref.object()).ended) {
                    node(ref.object()).held++;
                    object(ref.object()).ref();
                }
            }
            case Operation.Unref unref -> {
                Node node = node(unref.object());
                if (node.held > (node == naive.root ? 1 : 0)) {
                    naive.unref(node);
                    object(unref.object()).unref();
                }
            }
            case Operation.Link link -> link(link);
            case Operation.Size size -> {
                if (node(size.object()) != naive.root) {
                    same(
                            naive.setSize(node(size.object()), size.value()),
                            () -> object(size.object()).setLong("size", size.value()));
                }
            }
            case Operation.AddProperty add ->
                same(
                        naive.addProperty(node(add.object()), add.name()),
                        () -> object(add.object())
                                .addProperty(IntegerProperty.of(
                                        add.name(),
                                        ValueType.signed(64),
                                        (QomObject t) -> 0,
                                        (QomObject t, long v) -> {}))
                                .name());
            case Operation.Remove remove ->
                same(
                        naive.removeMember(node(remove.object()), remove.name()),
                        () -> object(remove.object()).removeProperty(remove.name()));
            case Operation.Resolve resolve -> resolve(resolve);
        }
    }

    private int index(int number) {
        return number % objects.size();
    }

    private Node node(int number) {
        return naive.nodes.get(index(number));
    }

    private QomObject object(int number) {
        return objects.get(index(number));
    }

    private void link(Operation.Link link) {
        Node node = node(link.object());
        Node target = link.target() == null ? null : node(link.target());
        if (node != naive.root && target != naive.root) {
            same(
                    link.property().equals("strong") ? naive.setStrong(node, target) : naive.setWeak(node, target),
                    () -> object(link.object())
                            .setLink(link.property(), link.target() == null ? null : object(link.target())));
        }
    }

    private void resolve(Operation.Resolve resolve) {
        List<Node> expected = naive.resolve(resolve.path(), resolve.type());
        PathMatch match = resolve.type() == null
                ? qom.tree().match(resolve.path())
                : qom.tree().match(resolve.path(), resolve.type());
        switch (match) {
            case PathMatch.NotFound none -> assertThat(expected).isEmpty();
            case PathMatch.Found found ->
                assertThat(expected.stream().map(this::object)).containsExactly(found.object());
            case PathMatch.Ambiguous several -> assertThat(expected).hasSizeGreaterThan(1);
        }
    }

    private QomObject object(Node node) {
        return objects.get(naive.nodes.indexOf(node));
    }

    /** Both give the same name, or both refuse. */
    private static void same(@Nullable String expected, Supplier<String> actual) {
        if (expected == null) {
            refused(() -> assertThat(actual.get()).isNull());
        } else {
            assertThat(actual.get()).isEqualTo(expected);
        }
    }

    /** Both do it, or both refuse. */
    private static void same(boolean expected, Runnable actual) {
        if (expected) {
            actual.run();
        } else {
            refused(actual);
        }
    }

    private static void refused(Runnable actual) {
        try {
            actual.run();
        } catch (QomException refusal) {
            assertThat(refusal).hasMessageNotContaining("null");
            return;
        }
        throw new AssertionError("should have been refused");
    }

    /** Compares the two, and checks what is true of every tree. */
    void check() {
        Map<QomObject, Integer> held = new HashMap<>();
        for (Node node : naive.nodes) {
            QomObject object = object(node);
            assertThat(object.isFinalized()).as("end of %s", object).isEqualTo(node.ended);
            if (!node.ended) {
                compare(node, object);
                // Of the references to the root one is the runtime's.
                held.put(object, node == naive.root ? node.held - 1 : node.held);
            }
        }
        TreeInvariants.check(qom, held);
    }

    private void compare(Node node, QomObject object) {
        assertThat(object.references()).as("references to %s", object).isEqualTo(naive.references(node));
        assertThat(object.parent()).isSameAs(node.parent == null ? null : object(node.parent));
        assertThat(object.name()).isEqualTo(node.name());
        assertThat(object.canonicalPath()).isEqualTo(naive.path(node));
        assertThat(object.children())
                .containsExactlyElementsOf(
                        () -> node.children().stream().map(this::object).iterator());
        List<String> names = new ArrayList<>(node == naive.root ? List.of("type") : NaiveWorld.CLASS_PROPERTIES);
        node.members.forEach(member -> names.add(member.name()));
        assertThat(object.properties().stream().map(Property::name)).containsExactlyElementsOf(names);
        if (node != naive.root) {
            assertThat(object.getLong("size")).isEqualTo(node.size);
            assertThat(object.getLink("strong")).isSameAs(node.strong == null ? null : object(node.strong));
            Node weak = node.weak();
            assertThat(object.getLink("weak")).isSameAs(weak == null ? null : object(weak));
            assertThat(qom.tree().holders(object))
                    .containsExactlyInAnyOrderElementsOf(naive.nodes.stream()
                            .filter(each -> each.strong == node && naive.isInTree(each))
                            .map(this::object)
                            .toList());
        }
    }

    /** Lets go of everything: all objects end. */
    void close() {
        for (Node node : naive.nodes) {
            for (int i = node == naive.root ? 1 : 0; i < node.held; i++) {
                object(node).unref();
            }
        }
        qom.close();
        assertThat(objects).allMatch(QomObject::isFinalized);
    }
}
