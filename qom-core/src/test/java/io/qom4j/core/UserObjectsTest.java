// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PathException;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserObjectsTest {
    private final Qom qom = Qom.builder().build();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void registerTypes() {
        qom.types()
                .register(Thing.userType("backend")
                        .classInit(oc -> {
                            oc.addBool("share", (Thing t) -> t.flag, (Thing t, boolean v) -> {
                                log.add("share");
                                t.flag = v;
                            });
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> {
                                        log.add("size");
                                        t.number = v;
                                    })
                                    .required();
                            oc.addRenamed("sz", "size");
                            oc.addEnum(
                                    "policy",
                                    "Policy",
                                    Thing.Mode.class,
                                    (Thing t) -> t.mode,
                                    (Thing t, Thing.Mode v) -> t.mode = v);
                            oc.addLink(
                                    "context",
                                    "backend",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                        })
                        .instanceInit(thing -> thing.onComplete = () -> log.add("complete " + thing.canonicalPath()))
                        .instanceFinalize(thing -> log.add("end"))
                        .build());
        qom.types().register(Thing.userType("abstract-backend").abstractType().build());
        qom.types().register(Thing.type("device").build());
    }

    private QomObject add(@Nullable Object... arguments) {
        return qom.objects().add(Arguments.of(arguments), Origins.QMP);
    }

    private void assertRefused(String message, @Nullable Object... arguments) {
        List<QomObject> before = qom.objects().all();
        assertThatThrownBy(() -> add(arguments))
                .isInstanceOf(QomException.class)
                .hasMessage(message)
                .satisfies(e -> assertThat(((QomException) e).errorClass()).isEqualTo(ErrorClass.GENERIC_ERROR));
        assertThat(qom.objects().all()).isEqualTo(before);
    }

    @Test
    void addedObjectIsConfiguredInTheTreeAndComplete() {
        QomObject made = add("qom-type", "backend", "id", "m0", "size", 4096, "share", true);
        assertThat(made.canonicalPath()).isEqualTo("/objects/m0");
        assertThat(made.getLong("size")).isEqualTo(4096);
        assertThat(made.getBool("share")).isTrue();
        assertThat(made.isComplete()).isTrue();
        assertThat(made.origin("size")).isSameAs(Origins.QMP);
        assertThat(made.origin("policy")).isSameAs(Origins.UNSET);
    }

    @Test
    void objectIsMadeFromTextAsACommandLineWouldSayIt() {
        QomObject made = qom.objects().add("backend", "m0", "size=4k,share=on,policy=read-only");
        assertThat(made.getLong("size")).isEqualTo(4096);
        assertThat(made.getString("policy")).isEqualTo("read-only");
        assertThat(made.origin("share")).isSameAs(Origins.API);
    }

    @Test
    void objectIsMadeFromJavaValues() {
        QomObject first = qom.objects().add("backend", "m0", Map.of("size", "4k"));
        QomObject made = qom.objects().add("backend", "m1", Map.of("size", 1L, "share", true, "context", "m0"));
        assertThat(made.getLong("size")).isEqualTo(1);
        assertThat(made.getLink("context")).isSameAs(first);
    }

    @Test
    void objectFromBadTextLeavesNothing() {
        assertThatThrownBy(() -> qom.objects().add("backend", "m0", "size=4k,shar=on"))
                .hasMessage("Parameter 'shar' is unexpected");
        assertThatThrownBy(() -> qom.objects().add("backend", "m0", "size")).isInstanceOf(ValueException.class);
        assertThat(qom.objects().all()).isEmpty();
    }

    @Test
    void treeHoldsTheOnlyReference() {
        assertThat(add("qom-type", "backend", "id", "m0", "size", 1).references())
                .isEqualTo(1);
    }

    @Test
    void propertiesAreSetInTheOrderOfTheirDeclarationBeforeTheObjectIsComplete() {
        add("size", 4096, "share", true, "id", "m0", "qom-type", "backend");
        assertThat(log).containsExactly("share", "size", "complete /objects/m0");
    }

    @Test
    void typeIsMissedBeforeTheId() {
        assertRefused("Parameter 'qom-type' is missing");
        assertRefused("Parameter 'qom-type' is missing", "foo", 1);
        assertRefused("Parameter 'id' is missing", "qom-type", "backend");
    }

    @Test
    void typeAndIdAreStrings() {
        assertRefused("Invalid parameter type for 'qom-type', expected: string", "qom-type", 5);
        assertRefused("Invalid parameter type for 'id', expected: string", "qom-type", "backend", "id", 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nope", "container", "object", "device", "abstract-backend", "user-creatable", "interface", ""})
    void typeThatUsersCannotMakeIsNoLegalValue(String type) {
        assertRefused("Parameter 'qom-type' does not accept value '" + type + "'", "qom-type", type);
    }

    @Test
    void misspeltTypeIsRefusedWithTheNearestThatUsersCanMake() {
        assertThatThrownBy(() -> add("qom-type", "backnd", "id", "m0"))
                .isInstanceOfSatisfying(
                        ValueException.class, e -> assertThat(e.hints()).containsExactly("Did you mean 'backend'?"));
    }

    @Test
    void typeThatForgotToListTheInterfaceIsToldSo() {
        assertThatThrownBy(() -> qom.objects().add("device", "d0", ""))
                .isInstanceOfSatisfying(
                        ValueException.class,
                        e -> assertThat(e.hints())
                                .containsExactly(
                                        "Its class is UserCreatable, but its TypeInfo does not list the interface"
                                                + " 'user-creatable'."));
    }

    @Test
    void typeWhoseClassCannotBeMadeDoesNotHideTheRefusalOfAnother() {
        qom.types().register(Thing.userType("backend-orphan").parent("nobody").build());
        assertRefused("Parameter 'qom-type' does not accept value 'backnd'", "qom-type", "backnd", "id", "m0");
    }

    @Test
    void valuesAreCheckedInTheOrderOfTheirDeclaration() {
        assertRefused("Parameter 'size' is missing", "qom-type", "backend", "id", "m0", "policy", "yeti");
        assertRefused(
                "Invalid parameter type for 'share', expected: boolean",
                "qom-type",
                "backend",
                "id",
                "m0",
                "policy",
                "yeti",
                "share",
                1);
        assertRefused(
                "Parameter 'policy' does not accept value 'yeti'",
                "qom-type",
                "backend",
                "id",
                "m0",
                "size",
                1,
                "policy",
                "yeti");
        assertThat(log).isEmpty();
    }

    @Test
    void memberThatNoPropertyHasIsRefusedAfterAllValues() {
        assertRefused("Parameter 'foo' is unexpected", "qom-type", "backend", "id", "m0", "size", 1, "foo", 1);
        assertRefused("Parameter 'size' is missing", "qom-type", "backend", "id", "m0", "foo", 1);
    }

    @Test
    void readOnlyPropertyIsUnexpected() {
        assertRefused(
                "Parameter 'type' is unexpected", "qom-type", "backend", "id", "m0", "size", 1, "type", "backend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "-x", "a b", "a/b", "a[0]", "\u00e4"})
    void idIsAnIdentifier(String id) {
        assertThatThrownBy(() -> add("qom-type", "backend", "id", id, "size", 1))
                .isInstanceOfSatisfying(ValueException.class, e -> {
                    assertThat(e).hasMessage("Parameter 'id' expects an identifier");
                    assertThat(e.hints())
                            .containsExactly("Identifiers consist of letters, digits, '-', '.', '_', starting with a"
                                    + " letter.");
                });
    }

    @Test
    void badIdIsRefusedAfterEverythingElseThatCanBeCheckedBefore() {
        assertRefused("Parameter 'foo' is unexpected", "qom-type", "backend", "id", "1x", "size", 1, "foo", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b.c_9", "objects"})
    void legalIdIsTaken(String id) {
        assertThat(add("qom-type", "backend", "id", id, "size", 1).name()).isEqualTo(id);
    }

    @Test
    void idMayBeLong() {
        String id = "a".repeat(300);
        assertThat(add("qom-type", "backend", "id", id, "size", 1).name()).isEqualTo(id);
    }

    @Test
    void takenIdIsRefusedAfterTheObjectWasConfigured() {
        QomObject first = add("qom-type", "backend", "id", "m0", "size", 1);
        log.clear();
        assertRefused(
                "attempt to add duplicate property 'm0' to object (type 'container')",
                "qom-type",
                "backend",
                "id",
                "m0",
                "size",
                2);
        assertThat(log).containsExactly("size", "end");
        assertThat(qom.find("/objects/m0")).isSameAs(first);
        assertThat(first.getLong("size")).isEqualTo(1);
    }

    @Test
    void idTypeIsTakenByTheContainersOwnProperty() {
        assertRefused(
                "attempt to add duplicate property 'type' to object (type 'container')",
                "qom-type",
                "backend",
                "id",
                "type",
                "size",
                1);
    }

    @Test
    void linkIsRefusedWithTheClassOfItsOwn() {
        assertThatThrownBy(() -> add("qom-type", "backend", "id", "m0", "size", 1, "context", "nowhere"))
                .isInstanceOfSatisfying(PathException.class, e -> {
                    assertThat(e).hasMessage("Device 'nowhere' not found");
                    assertThat(e.errorClass()).isEqualTo(ErrorClass.DEVICE_NOT_FOUND);
                });
        assertThat(log).containsExactly("end");
    }

    @Test
    void formerNameOfARequiredPropertyIsEnough() {
        assertThat(add("qom-type", "backend", "id", "m0", "sz", 9).getLong("size"))
                .isEqualTo(9);
    }

    @Test
    void completeHookThatRefusesLeavesNothing() {
        qom.types()
                .register(Thing.userType("bad")
                        .instanceInit(thing -> thing.onComplete = () -> {
                            throw new ObjectException("cannot open");
                        })
                        .instanceFinalize(thing -> log.add("end"))
                        .build());
        assertRefused("cannot open", "qom-type", "bad", "id", "b0");
        assertThat(log).containsExactly("end");
        assertThat(qom.find("/objects")).isNull();
        add("qom-type", "backend", "id", "b0", "size", 1);
        assertThat(qom.find("/objects/b0")).isNotNull();
    }

    @Test
    void objectsAreListedInTheOrderOfMaking() {
        QomObject second = add("qom-type", "backend", "id", "z", "size", 1);
        QomObject first = add("qom-type", "backend", "id", "a", "size", 1);
        assertThat(qom.objects().all()).containsExactly(second, first);
        assertThat(qom.objects().find("a")).isSameAs(first);
        assertThat(qom.objects().find("nope")).isNull();
    }

    @Test
    void containerOfObjectsIsMadeByTheFirstAdd() {
        assertThat(qom.find("/objects")).isNull();
        assertThat(qom.objects().all()).isEmpty();
        assertThat(qom.objects().find("m0")).isNull();
        add("qom-type", "backend", "id", "m0", "size", 1);
        assertThat(qom.find("/objects")).isNotNull();
    }

    @Test
    void deletedObjectEnds() {
        QomObject made = add("qom-type", "backend", "id", "m0", "size", 1);
        qom.objects().delete("m0");
        assertThat(made.isFinalized()).isTrue();
        assertThat(qom.find("/objects/m0")).isNull();
    }

    @Test
    void deletedIdCanBeUsedAgain() {
        add("qom-type", "backend", "id", "m0", "size", 1);
        qom.objects().delete("m0");
        assertThat(add("qom-type", "backend", "id", "m0", "size", 2).getLong("size"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "type", "", "a/b", "/objects/m0"})
    void unknownIdIsNotDeleted(String id) {
        add("qom-type", "backend", "id", "m0", "size", 1);
        assertThatThrownBy(() -> qom.objects().delete(id)).isInstanceOfSatisfying(ObjectException.class, e -> {
            assertThat(e).hasMessage("object '" + id + "' not found");
            assertThat(e.errorClass()).isEqualTo(ErrorClass.GENERIC_ERROR);
        });
    }

    @Test
    void idIsNotDeletedTwice() {
        add("qom-type", "backend", "id", "m0", "size", 1);
        qom.objects().delete("m0");
        assertThatThrownBy(() -> qom.objects().delete("m0")).hasMessage("object 'm0' not found");
    }

    @Test
    void objectInUseIsNotDeleted() {
        Thing made = (Thing) add("qom-type", "backend", "id", "m0", "size", 1);
        made.isInUse = true;
        assertThatThrownBy(() -> qom.objects().delete("m0"))
                .isInstanceOf(ObjectException.class)
                .hasMessage("object 'm0' is in use, can not be deleted");
        assertThat(qom.find("/objects/m0")).isSameAs(made);
    }

    @Test
    void deletedObjectThatALinkHoldsLivesOnWithoutAName() {
        QomObject held = add("qom-type", "backend", "id", "m0", "size", 1);
        QomObject holder = add("qom-type", "backend", "id", "m1", "size", 1, "context", "m0");
        qom.objects().delete("m0");
        assertThat(held.isFinalized()).isFalse();
        assertThat(holder.getString("context")).isEmpty();
        assertThat(qom.find("/objects/m1/context")).isSameAs(held);
    }

    @Test
    void preparedObjectIsPublishedAndStaysTheCallersOnRefusal() {
        Thing prepared = Thing.make(qom, "backend");
        prepared.onComplete = () -> {
            throw new ObjectException("not ready");
        };
        assertThatThrownBy(() -> qom.objects().publish(prepared, "m0")).hasMessage("not ready");
        assertThat(prepared.references()).isEqualTo(1);
        assertThat(prepared.parent()).isNull();
        prepared.onComplete = () -> {};
        qom.objects().publish(prepared, "m0");
        assertThat(qom.find("/objects/m0")).isSameAs(prepared);
    }

    @Test
    void objectThatIsPublishedAlreadyStaysWhereItIs() {
        QomObject made = add("qom-type", "backend", "id", "m0", "size", 1);
        assertThatThrownBy(() -> qom.objects().publish(made, "m1")).isInstanceOf(ObjectException.class);
        assertThat(made.canonicalPath()).isEqualTo("/objects/m0");
    }

    @Test
    void closedRuntimeTakesNoObjects() {
        qom.close();
        assertThatThrownBy(() -> add("qom-type", "backend", "id", "m0", "size", 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void typeThatIsKnownToBeMissingIsRefusedWithTheReason() {
        qom.types().registerMissing("enclave", "backend", "It needs an enclave.");
        assertThatThrownBy(() -> add("qom-type", "enclave", "id", "a", "size", 1))
                .isInstanceOfSatisfying(ObjectException.class, refusal -> {
                    assertThat(refusal).hasMessage("invalid object type: enclave");
                    assertThat(refusal.hints()).containsExactly("It needs an enclave.");
                });
        assertThat(qom.find("/objects/a")).isNull();
    }

    @Test
    void argumentsOfAMissingTypeAreCheckedAgainstThoseOfTheOneThatItIsLike() {
        qom.types().registerMissing("enclave", "backend", "It needs an enclave.");
        assertThatThrownBy(() -> add("qom-type", "enclave", "id", "a")).hasMessage("Parameter 'size' is missing");
    }
}
