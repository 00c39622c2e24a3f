// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.Thing;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.SingleValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarPropertyTest {
    private final Qom qom = Qom.builder().build();
    private Thing thing;

    @BeforeEach
    void makeThing() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(ScalarPropertyTest::declare)
                        .build());
        thing = Thing.make(qom, "thing");
    }

    private static void declare(ObjectClass oc) {
        oc.addBool("flag", (Thing t) -> t.flag, (Thing t, boolean v) -> t.flag = v)
                .description("A flag")
                .defaultValue(true);
        oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v)
                .unit("bytes");
        oc.addNumber("real", (Thing t) -> t.real, (Thing t, double v) -> t.real = v)
                .defaultValue(0.5);
        oc.addString("text", (Thing t) -> t.text, (Thing t, String v) -> t.text = v)
                .typeName("str");
        oc.addEnum("mode", "ThingMode", Thing.Mode.class, (Thing t) -> t.mode, (Thing t, Thing.Mode v) -> t.mode = v)
                .defaultValue(Thing.Mode.READ_ONLY);
        oc.addBool("deaf", (Thing t) -> t.flag, null);
        oc.addBool("mute", null, (Thing t, boolean v) -> t.flag = v);
        for (IntType type : IntType.all()) {
            oc.addInteger(type.wireName(), type, (Thing t) -> t.number, (Thing t, long v) -> t.number = v);
        }
        oc.addInteger(
                "digit", ValueType.signed(32).between(-9, 9), (Thing t) -> t.number, (Thing t, long v) -> t.number = v);
    }

    static Stream<IntType> integers() {
        return IntType.all().stream();
    }

    @Test
    void boolIsSetAndReadByNameAndByHandle() {
        thing.setBool("flag", false);
        BoolProperty flag = thing.objectClass().property("flag", BoolProperty.class);
        assertThat(flag.get(thing)).isFalse();
        flag.set(thing, true);
        assertThat(thing.getBool("flag")).isTrue();
    }

    @Test
    void numberIsSetAndReadByNameAndByHandle() {
        thing.setDouble("real", 1.25);
        NumberProperty real = thing.objectClass().property("real", NumberProperty.class);
        assertThat(real.get(thing)).isEqualTo(1.25);
        real.set(thing, -2);
        assertThat(thing.getDouble("real")).isEqualTo(-2.0);
    }

    @Test
    void stringIsSetAndReadByNameAndByHandle() {
        thing.setString("text", "hiss");
        StringProperty text = thing.objectClass().property("text", StringProperty.class);
        assertThat(text.get(thing)).isEqualTo("hiss");
        text.set(thing, "");
        assertThat(thing.getString("text")).isEmpty();
    }

    @Test
    void enumIsSetAndReadByConstantAndByWord() {
        thing.setString("mode", "read-write");
        assertThat(thing.getEnum("mode", Thing.Mode.class)).isEqualTo(Thing.Mode.READ_WRITE);
        @SuppressWarnings("unchecked")
        EnumProperty<Thing.Mode> mode = thing.objectClass().property("mode", EnumProperty.class);
        mode.set(thing, Thing.Mode.NONE);
        assertThat(thing.getString("mode")).isEqualTo("none");
    }

    @ParameterizedTest
    @MethodSource("integers")
    void integerTakesItsWholeRange(IntType type) {
        thing.setLong(type.wireName(), type.min());
        assertThat(thing.getLong(type.wireName())).isEqualTo(type.min());
        thing.setLong(type.wireName(), type.max());
        assertThat(thing.getLong(type.wireName())).isEqualTo(type.max());
    }

    @ParameterizedTest
    @MethodSource("integers")
    void integerRefusesWhatIsJustOutsideItsRange(IntType type) {
        thing.number = 1;
        if (type.bits() < Long.SIZE) {
            assertThatThrownBy(() -> thing.setLong(type.wireName(), type.min() - 1))
                    .isInstanceOf(ValueException.class)
                    .hasMessageStartingWith("Parameter '" + type.wireName() + "' must be in range [");
            assertThatThrownBy(() -> thing.setLong(type.wireName(), type.max() + 1))
                    .isInstanceOf(ValueException.class);
        }
        assertThat(thing.number).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-10, 10, Long.MIN_VALUE, Long.MAX_VALUE})
    void narrowedIntegerRefusesWhatIsOutside(long value) {
        assertThatThrownBy(() -> thing.setLong("digit", value))
                .hasMessage("Parameter 'digit' must be in range [-9, 9], not " + value);
        assertThat(thing.number).isZero();
    }

    @Test
    void integerTooWideForItsTypeIsRefusedInQemusWordsWhenItComesFromAVisitor() {
        assertThatThrownBy(() -> thing.set("uint8", SingleValue.input(256L), Origins.QMP))
                .hasMessage("Parameter 'uint8' expects uint8_t");
        assertThatThrownBy(() -> thing.set("int16", SingleValue.input(32768L), Origins.QMP))
                .hasMessage("Parameter 'int16' expects int16_t");
    }

    @Test
    void sizeIsUnsigned() {
        thing.setLong("size", -1);
        assertThat(thing.print("size", false)).isEqualTo("18446744073709551615");
        thing.parse("size", "4k");
        assertThat(thing.getLong("size")).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberIsFinite(double value) {
        assertThatThrownBy(() -> thing.setDouble("real", value))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'real' must be a finite number, not " + value);
        assertThat(thing.real).isEqualTo(0.5);
    }

    @Test
    void wordThatIsNotInTheSetIsRefusedWithTheLegalOnes() {
        assertThatThrownBy(() -> thing.setString("mode", "yeti")).isInstanceOfSatisfying(ValueException.class, e -> {
            assertThat(e).hasMessage("Parameter 'mode' does not accept value 'yeti'");
            assertThat(e.hints()).containsExactly("Legal words: none, read-only, read-write");
        });
        assertThat(thing.mode).isEqualTo(Thing.Mode.READ_ONLY);
    }

    @Test
    void enumOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> thing.getEnum("mode", Thread.State.class))
                .isInstanceOf(ValueException.class)
                .hasMessage("Property mode on thing is not 'State' enum type");
        assertThatThrownBy(() -> thing.getEnum("flag", Thing.Mode.class))
                .hasMessage("Property flag on thing is not 'Mode' enum type");
    }

    @Test
    void enumIsSetByConstantAndOnlyByOneOfItsOwn() {
        thing.setEnum("mode", Thing.Mode.READ_WRITE);
        assertThat(thing.mode).isEqualTo(Thing.Mode.READ_WRITE);
        assertThatThrownBy(() -> thing.setEnum("mode", Thread.State.NEW))
                .isInstanceOf(ValueException.class)
                .hasMessage("Property mode on thing is not 'State' enum type");
        assertThatThrownBy(() -> thing.setEnum("flag", Thing.Mode.NONE))
                .isInstanceOf(ValueException.class)
                .hasMessage("Invalid parameter type for 'flag', expected: enum");
        assertThat(thing.mode).isEqualTo(Thing.Mode.READ_WRITE);
    }

    @Test
    void nullIsNoValue() {
        assertThatThrownBy(() -> thing.setString("text", null)).isInstanceOf(NullPointerException.class);
        assertThat(thing.text).isEmpty();
    }

    @Test
    void stringThatIsNotThereReadsAsEmptyOnTheWire() {
        thing.text = null;
        assertThat(thing.getString("text")).isNull();
        assertThat(thing.print("text", false)).isEmpty();
    }

    @Test
    void propertyWithoutAGetterIsNotReadable() {
        assertThat(thing.property("mute").isReadable()).isFalse();
        assertThatThrownBy(() -> thing.getBool("mute"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.mute' is not readable");
        assertThatThrownBy(() -> thing.print("mute", false)).hasMessage("Property 'thing.mute' is not readable");
    }

    @Test
    void propertyWithoutASetterIsNotWritable() {
        assertThat(thing.property("deaf").isWritable()).isFalse();
        assertThatThrownBy(() -> thing.setBool("deaf", true))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.deaf' is not writable");
        assertThatThrownBy(() -> thing.parse("deaf", "on")).hasMessage("Property 'thing.deaf' is not writable");
    }

    @Test
    void typeIsReadableAndNotWritable() {
        assertThat(thing.getString("type")).isEqualTo("thing");
        assertThatThrownBy(() -> thing.setString("type", "x")).hasMessage("Property 'thing.type' is not writable");
    }

    @Test
    void getterOfAnotherTypeIsRefusedInQemusWords() {
        assertThatThrownBy(() -> thing.getBool("size"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Invalid parameter type for 'size', expected: boolean");
        assertThatThrownBy(() -> thing.getLong("flag")).hasMessage("Invalid parameter type for 'flag', expected: int");
        assertThatThrownBy(() -> thing.getString("flag"))
                .hasMessage("Invalid parameter type for 'flag', expected: string");
        assertThatThrownBy(() -> thing.getDouble("flag"))
                .hasMessage("Invalid parameter type for 'flag', expected: number");
        assertThatThrownBy(() -> thing.getLink("flag")).hasMessage("Invalid parameter type for 'flag', expected: link");
    }

    @Test
    void setterOfAnotherTypeIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> thing.setString("flag", "off"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Invalid parameter type for 'flag', expected: boolean");
        assertThatThrownBy(() -> thing.setBool("size", true))
                .hasMessage("Invalid parameter type for 'size', expected: integer");
        assertThatThrownBy(() -> thing.setLong("text", 1))
                .hasMessage("Invalid parameter type for 'text', expected: string");
        assertThatThrownBy(() -> thing.setDouble("size", 1.5))
                .hasMessage("Invalid parameter type for 'size', expected: integer");
        assertThat(thing.flag).isTrue();
        assertThat(thing.number).isZero();
        assertThat(thing.text).isEmpty();
    }

    @Test
    void integerIsANumberTooButNotTheReverse() {
        thing.setLong("real", 3);
        assertThat(thing.real).isEqualTo(3.0);
    }

    @Test
    void unknownPropertyIsRefusedWhateverIsAsked() {
        assertThatThrownBy(() -> thing.getBool("nope")).hasMessage("Property 'thing.nope' not found");
        assertThatThrownBy(() -> thing.setLong("nope", 1)).hasMessage("Property 'thing.nope' not found");
        assertThatThrownBy(() -> thing.parse("nope", "1")).hasMessage("Property 'thing.nope' not found");
        assertThatThrownBy(() -> thing.print("nope", true)).hasMessage("Property 'thing.nope' not found");
        assertThatThrownBy(() -> thing.objectClass().property("nope"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'thing.nope' not found");
    }

    @Test
    void handleOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> thing.objectClass().property("flag", StringProperty.class))
                .isInstanceOf(ValueException.class)
                .hasMessage("Property 'thing.flag' is no StringProperty but a BoolProperty");
    }

    @Test
    void declarationIsReadBack() {
        Property flag = thing.property("flag");
        assertThat(flag.name()).isEqualTo("flag");
        assertThat(flag.typeName()).isEqualTo("bool");
        assertThat(flag.type()).isEqualTo(ValueType.bool());
        assertThat(flag.description()).isEqualTo("A flag");
        assertThat(flag.defaultValue()).isEqualTo(true);
        assertThat(flag.declaredBy()).isEqualTo("thing");
        assertThat(flag).hasToString("thing.flag: bool");
        assertThat(thing.property("size").unit()).isEqualTo("bytes");
        assertThat(thing.property("size").typeName()).isEqualTo("int");
        assertThat(thing.property("mode").typeName()).isEqualTo("ThingMode");
        assertThat(thing.property("mode").defaultValue()).isEqualTo("read-only");
    }

    @Test
    void typeTextForTheWireMayDifferFromTheTrueType() {
        assertThat(thing.property("text").typeName()).isEqualTo("str");
        assertThat(thing.property("text").type()).isEqualTo(ValueType.string());
    }

    @Test
    void propertiesComeInTheOrderOfTheirDeclarationTheRootTypesFirst() {
        assertThat(thing.objectClass().properties())
                .extracting(Property::name)
                .startsWith("type", "flag", "size", "real", "text", "mode", "deaf", "mute", "int8", "uint8");
    }

    @Test
    void defaultNeedsASetter() {
        assertThatThrownBy(() -> BoolProperty.of("x", (Thing t) -> t.flag, null).defaultValue(true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property 'x' has no setter, so it cannot have a default: give it a setter");
    }

    @Test
    void defaultMustBeInRange() {
        assertThatThrownBy(() -> IntegerProperty.of("x", ValueType.unsigned(8), null, (Thing t, long v) -> {})
                        .defaultValue(256))
                .isInstanceOf(ValueException.class);
    }

    @Test
    void propertyNeedsAName() {
        assertThatThrownBy(() -> BoolProperty.of("", (Thing t) -> t.flag, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a property needs a name");
    }

    @Test
    void integerPropertyIsOfAnIntegerType() {
        assertThatThrownBy(() -> IntegerProperty.of("x", ValueType.bool(), (Thing t) -> 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property 'x' is no integer but bool");
    }
}
