// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.Settable;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.property.ValueProperty;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ValueType;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnotatedTypesTest {
    @QomType(name = "fast-timer", abstractType = true)
    static class FastTimer extends Timer {
        @QomProperty
        short shift;
    }

    @QomType(name = "turbo-timer", parent = "fast-timer")
    static final class TurboTimer extends FastTimer {
        private TurboTimer() {}
    }

    @QomType(name = "flat")
    static final class Flat extends QomObject {
        @QomProperty(onRelease = "giveBack", resolvesTo = "tenant")
        private String lease = "until noon";

        private @Nullable QomObject tenant;
        private int given;

        @Nullable QomObject tenant() {
            return tenant;
        }

        void giveBack() {
            given++;
        }
    }

    private Qom qom;
    private QomObject timer;

    @BeforeEach
    void makeTimer() {
        qom = Qom.builder().build();
        qom.types().register(Resettable.class);
        qom.types().register(Timer.class);
        timer = qom.newObject("timer");
    }

    @Test
    void propertiesComeInTheOrderOfTheSourceFieldsFirst() {
        assertThat(timer.objectClass().properties())
                .extracting(Property::name)
                .containsExactly(
                        "type",
                        "running",
                        "channel",
                        "mask",
                        "offset",
                        "buffer-size",
                        "scale",
                        "label",
                        "mode",
                        "cpus",
                        "marks",
                        "since",
                        "next",
                        "owner",
                        "vendor",
                        "period",
                        "ticks",
                        "by-hand");
    }

    @Test
    void javaTypesAndAttributesGiveTheTrueTypes() {
        assertThat(typeOf("running")).isEqualTo(ValueType.bool());
        assertThat(typeOf("channel")).isEqualTo(ValueType.unsigned(32).between(0, 3));
        assertThat(typeOf("mask")).isEqualTo(ValueType.unsigned(32));
        assertThat(typeOf("offset")).isEqualTo(ValueType.signed(8));
        assertThat(typeOf("buffer-size")).isEqualTo(ValueType.size());
        assertThat(typeOf("scale")).isEqualTo(ValueType.number());
        assertThat(typeOf("label")).isEqualTo(ValueType.string());
        assertThat(typeOf("mode")).isInstanceOfSatisfying(EnumType.class, words -> {
            assertThat(words.name()).isEqualTo("TimerMode");
            assertThat(words.words()).containsExactly("one-shot", "periodic");
        });
        assertThat(typeOf("cpus")).isEqualTo(ValueType.listOf(ValueType.unsigned(16)));
        assertThat(typeOf("marks")).isEqualTo(ValueType.listOf(ValueType.signed(64)));
        assertThat(typeOf("since")).isEqualTo(TimeCodec.INSTANCE.type());
        assertThat(typeOf("next")).isEqualTo(new LinkType("timer"));
        assertThat(typeOf("owner")).isEqualTo(new LinkType("object"));
        assertThat(typeOf("period")).isEqualTo(ValueType.signed(64).between(1, Long.MAX_VALUE));
    }

    private Object typeOf(String property) {
        return timer.property(property).type();
    }

    @Test
    void whatTheAnnotationSaysIsDeclared() {
        Property running = timer.property("running");
        assertThat(running.description()).isEqualTo("Whether it counts");
        assertThat(running.defaultValue()).isEqualTo(true);
        assertThat(running.settable()).isSameAs(Settable.ALWAYS);
        assertThat(timer.property("buffer-size").unit()).isEqualTo("bytes");
        assertThat(timer.property("period").isRequired()).isTrue();
        assertThat(timer.property("ticks").isWritable()).isFalse();
        assertThat(timer.property("vendor").isWritable()).isFalse();
        assertThat(((LinkProperty<?>) timer.property("next")).isStrong()).isTrue();
        assertThat(((LinkProperty<?>) timer.property("owner")).isStrong()).isFalse();
    }

    @Test
    void methodThatOnReleaseNamesIsCalledOnceWhenTheObjectEnds() {
        qom.types().register(Flat.class);
        Flat flat = qom.newObject("flat", Flat.class);
        assertThat(flat.given).isZero();
        flat.unref();
        assertThat(flat.given).isOne();
    }

    @Test
    void pathsRunThroughAPropertyToWhatTheMethodReturnsThatResolvesToNames() {
        qom.types().register(Flat.class);
        Flat flat = qom.newObject("flat", Flat.class);
        qom.root().addChild("flat", flat);
        assertThat(qom.find("/flat/lease")).isNull();
        flat.tenant = timer;
        assertThat(qom.find("/flat/lease")).isSameAs(timer);
        assertThat(flat.getString("lease")).isEqualTo("until noon");
    }

    @Test
    void declaredDefaultsAreSetOnNewObjects() {
        assertThat(timer.getBool("running")).isTrue();
        assertThat(timer.getLong("channel")).isEqualTo(1);
        assertThat(timer.getLong("buffer-size")).isEqualTo(4096);
        assertThat(timer.getString("mode")).isEqualTo("one-shot");
        assertThat(timer.print("cpus", false)).isEqualTo("0,2-3");
        assertThat(timer.origin("running").describe()).isEqualTo("default of timer");
    }

    @Test
    void initialValueOfAFieldStandsWithoutBeingDeclared() {
        assertThat(timer.getDouble("scale")).isEqualTo(1);
        assertThat(timer.property("scale").defaultValue()).isNull();
    }

    @Test
    void valuesOfEachKindAreSetAndRead() {
        timer.setBool("running", false);
        timer.setLong("mask", 0xffff_ffffL);
        timer.setLong("offset", -128);
        timer.setDouble("scale", 0.5);
        timer.setString("label", "t0");
        timer.setString("mode", "periodic");
        timer.parse("cpus", "65535,1");
        timer.parse("marks", "-5");
        assertThat(timer.getBool("running")).isFalse();
        assertThat(timer.getLong("mask")).isEqualTo(0xffff_ffffL);
        assertThat(timer.getLong("offset")).isEqualTo(-128);
        assertThat(timer.getDouble("scale")).isEqualTo(0.5);
        assertThat(timer.getString("label")).isEqualTo("t0");
        assertThat(timer.getEnum("mode", Timer.Mode.class)).isEqualTo(Timer.Mode.PERIODIC);
        assertThat(timer.print("cpus", false)).isEqualTo("1,65535");
        assertThat(timer.print("marks", false)).isEqualTo("-5");
        assertThat(timer.getString("vendor")).isEqualTo("io.qom4j");
        assertThat(timer.getLong("ticks")).isEqualTo(42);
    }

    @Test
    void valueOutsideTheDeclaredRangeIsRefused() {
        assertThatThrownBy(() -> timer.setLong("channel", 4))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'channel' must be in range [0, 3], not 4");
        assertThatThrownBy(() -> timer.setLong("offset", 128)).isInstanceOf(ValueException.class);
    }

    @Test
    void setterOfAnAnnotatedGetterMayRefuse() {
        timer.setLong("period", 20);
        assertThatThrownBy(() -> timer.setLong("period", 21)).hasMessage("period must be a multiple of 10, not 21");
        assertThat(timer.getLong("period")).isEqualTo(20);
    }

    @Test
    void propertyThatIsSettableUntilCompleteIsRefusedAfterwards() {
        timer.setLong("buffer-size", 1);
        qom.objects().publish(timer, "t0");
        assertThatThrownBy(() -> timer.setLong("buffer-size", 2)).isInstanceOf(PropertyException.class);
    }

    @Test
    void strongLinkHoldsItsTargetAndWeakLinkDoesNot() {
        QomObject other = qom.newObject("timer");
        timer.setLink("next", other);
        timer.setLink("owner", other);
        assertThat(other.references()).isEqualTo(2);
        assertThat(timer.getLink("next")).isSameAs(other);
        assertThat(timer.getLink("owner")).isSameAs(other);
    }

    @Test
    void listsAreCopiedOnTheWayInAndOut() {
        timer.parse("marks", "7");
        String before = timer.print("marks", false);
        ValueProperty<?> marks = (ValueProperty<?>) timer.property("marks");
        ((long[]) marks.get(timer))[0] = 8;
        assertThat(timer.print("marks", false)).isEqualTo(before);
    }

    @Test
    void hooksRunInTheOrderOfALife() {
        Timer typed = timer.as(Timer.class);
        timer.unref();
        assertThat(typed.life).containsExactly("init timer", "post-init", "finalize");
    }

    @Test
    void javaInterfacesAreListedAutomatically() {
        assertThat(AnnotatedTypes.infoOf(Timer.class).interfaces())
                .containsExactly(UserCreatable.TYPE_NAME, "resettable");
        assertThat(timer.isA("resettable")).isTrue();
        assertThat(timer.isA(UserCreatable.TYPE_NAME)).isTrue();
    }

    @Test
    void hooksOfClassesRunForDescendantsAndInterfaces() {
        qom.types().register(FastTimer.class);
        qom.types().register(TurboTimer.class);
        ObjectClass turbo = qom.types().get("turbo-timer");
        assertThat(timer.objectClass().as("resettable").get(Resettable.KEY)).isEqualTo("interface");
        assertThat(turbo.as("resettable").get(Resettable.KEY)).isEqualTo("for turbo-timer");
    }

    @Test
    void superclassGivesTheParent() {
        assertThat(AnnotatedTypes.infoOf(Timer.class).parent()).isEqualTo("object");
        assertThat(AnnotatedTypes.infoOf(FastTimer.class).parent()).isEqualTo("timer");
    }

    @Test
    void descendantHasItsOwnAndInheritedProperties() {
        qom.types().register(FastTimer.class);
        qom.types().register(TurboTimer.class);
        QomObject turbo = qom.newObject("turbo-timer");
        turbo.setLong("shift", -3);
        assertThat(turbo.getLong("shift")).isEqualTo(-3);
        assertThat(turbo.getLong("channel")).isEqualTo(1);
        assertThat(turbo).isInstanceOf(TurboTimer.class);
    }

    @Test
    void abstractTypeHasNoObjects() {
        qom.types().register(FastTimer.class);
        assertThatThrownBy(() -> qom.newObject("fast-timer")).hasMessage("object type 'fast-timer' is abstract");
    }

    @Test
    void twoRuntimesShareTheDescriptionAndNothingElse() {
        Qom other = Qom.builder().build();
        other.types().register(Resettable.class);
        other.types().register(Timer.class);
        assertThat(other.types().get("timer").type())
                .isSameAs(timer.objectClass().type());
        assertThat(other.types().get("timer")).isNotSameAs(timer.objectClass());
    }

    @Test
    void descriptionCanBeReadByTheRightsOfALookup() {
        TypeInfo info = AnnotatedTypes.infoOf(Timer.class, MethodHandles.lookup());
        assertThat(info.description()).isEqualTo("Counts down");
    }

    @Test
    void lookupWithoutRightsIsRefused() {
        assertThatThrownBy(() -> AnnotatedTypes.infoOf(Timer.class, MethodHandles.publicLookup()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call MethodHandles.lookup() in the module of the type");
    }
}
