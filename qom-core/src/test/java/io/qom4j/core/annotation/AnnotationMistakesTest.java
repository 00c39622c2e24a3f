// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.TypeException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotationMistakesTest {
    static class Plain extends QomObject {}

    @QomType(name = "no-object")
    static class NoObject {}

    @QomType(name = "map-type")
    static class HasMap extends QomObject {
        @QomProperty
        Map<String, String> tags = Map.of();
    }

    @QomType(name = "inner-type")
    class Inner extends QomObject {}

    @QomType(name = "no-constructor")
    static class NoConstructor extends QomObject {
        NoConstructor(int any) {}
    }

    @QomType(name = "orphan")
    static class Orphan extends Plain {}

    static class Unmarked extends QomObject {
        @QomProperty
        int lost;
    }

    @QomType(name = "loser")
    static class Loser extends Unmarked {}

    @QomType(name = "members")
    static class Members extends QomObject {
        @QomProperty
        static int counter;

        @QomProperty(size = true)
        int narrow;

        @QomProperty(bits = 12)
        int odd;

        @QomProperty(bits = 64)
        int wide;

        @QomProperty(unsigned = true, min = -1)
        int negative;

        @QomProperty(min = 5, max = 4)
        int swapped;

        @QomProperty(weak = true)
        boolean loose;

        @QomProperty(defaultValue = "perhaps")
        boolean unsure;

        @QomProperty(defaultValue = "1")
        final int constant = 1;

        @QomProperty
        private Plain target;

        @QomProperty(name = "unsure")
        boolean again;

        @QomProperty
        int lonely() {
            return 0;
        }

        @QomProperty
        int mixed() {
            return 0;
        }

        void setMixed(long value) {}

        @QomProperty
        void nothing() {}

        @QomProperty(readOnly = true)
        int failing() throws IOException {
            throw new IOException();
        }
    }

    @QomType(name = "callbacks")
    static class Callbacks extends QomObject {
        @QomProperty(onRelease = "gone")
        int nowhere;

        @QomProperty(onRelease = "taking", resolvesTo = "taking")
        int taken;

        void taking(int any) {}

        @QomProperty(target = "object", resolvesTo = "other")
        @Nullable QomObject link;

        @Nullable QomObject other() {
            return null;
        }

        @QomProperty(onRelease = "failing")
        int failed;

        void failing() throws IOException {
            throw new IOException();
        }
    }

    @QomType(name = "hooks")
    static class Hooks extends QomObject {
        @InstanceInit
        void one() {}

        @InstanceInit
        void two() {}

        @InstanceFinalize
        static void end() {}

        @ClassInit
        void init(ObjectClass oc) {}
    }

    @QomType(name = "calling")
    static class Calling extends QomObject {
        @InstanceInit
        void begin() {}
    }

    @QomType(name = "called-twice")
    static class CalledTwice extends Calling {
        @Override
        @InstanceInit
        void begin() {}
    }

    private static void refused(Class<?> type, String... mistakes) {
        assertThatThrownBy(() -> AnnotatedTypes.infoOf(type))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith(type.getName() + " is no sound type")
                .hasMessageContainingAll(mistakes);
    }

    @Test
    void classWithoutTheAnnotationIsRefused() {
        refused(Plain.class, "it has no @QomType; add @QomType(name = …)");
    }

    @Test
    void classThatIsNoObjectOfTheModelIsRefused() {
        refused(NoObject.class, "it does not extend QomObject");
    }

    @Test
    void singleMistakeIsTheMessage() {
        assertThatThrownBy(() -> AnnotatedTypes.infoOf(HasMap.class))
                .hasMessage(
                        HasMap.class.getName() + " is no sound type: field 'tags' is of type java.util.Map, which no"
                                + " property holds; use boolean, byte, short, int, long, float, double, String, an enum, int[],"
                                + " long[], LocalDateTime, a record, a List of these, or a sub-class of QomObject");
    }

    @Test
    void innerClassIsRefused() {
        refused(Inner.class, "inner class, which needs an object of AnnotationMistakesTest around it; make it static");
    }

    @Test
    void classWithoutAConstructorThatTakesNothingIsRefused() {
        refused(NoConstructor.class, "add one, or make the class abstract");
    }

    @Test
    void superclassWithoutATypeNeedsAParentThatIsSaid() {
        refused(Orphan.class, "say parent = the name of the type to descend from");
    }

    @Test
    void marksInASuperclassThatIsNoTypeAreNotLostInSilence() {
        refused(Loser.class, "Unmarked marks field 'lost' but has no @QomType");
    }

    @Test
    void allMistakesOfMembersAreNamedAtOnce() {
        refused(
                Members.class,
                "for 15 reasons:",
                "field 'counter' is static, but a property belongs to an object; drop 'static'",
                "field 'narrow' is a size, which has 64 bits, but of type int; make it a long",
                "field 'odd' has bits = 12; an integer has 8, 16, 32 or 64",
                "field 'wide' has bits = 64, but its type int holds 32; use a wider type",
                "field 'negative' has a range beyond that of uint32, which is 0 to 4294967295",
                "field 'swapped' has min = 5 above max = 4; swap them",
                "field 'loose' says 'weak', which means nothing for a boolean; drop it",
                "field 'unsure' has a bad default: ",
                "field 'constant' has a default but cannot be written; give the field an initial value instead",
                "field 'target' is a link to " + Plain.class.getName()
                        + ", which has no @QomType; say target = the name of its type",
                "field 'again' declares property 'unsure' once more; give one of the two another name",
                "method 'lonely' has no setter beside it; add setLonely(int) or lonely(int), or say readOnly = true",
                "method 'setMixed' takes long, but getter 'mixed' returns int; make them the same",
                "method 'nothing' is no getter: it must take nothing and return the value; annotate the getter",
                "method 'failing' throws IOException; wrap it in a QomException, which is unchecked");
    }

    @Test
    void callbacksThatAreNotThereOrOfTheWrongShapeAreRefused() {
        refused(
                Callbacks.class,
                "for 5 reasons:",
                "field 'nowhere' says onRelease = 'gone', but the class has no method 'void gone()'; add it",
                "field 'taken' says onRelease = 'taking', but the class has no method 'void taking()'; add it",
                "field 'taken' says resolvesTo = 'taking', but the class has no method 'QomObject taking()'; add it",
                "field 'link' says 'resolvesTo', but a link leads to its own target; drop it",
                "method 'failing' throws IOException; wrap it in a QomException, which is unchecked");
    }

    @Test
    void hooksOfTheWrongShapeAreRefused() {
        refused(
                Hooks.class,
                "method 'two' is @InstanceInit as is 'one'; let one call the other",
                "method 'end' is no hook for objects; make it 'void end()', not static",
                "method 'init' is no hook for classes; make it 'static void init(ObjectClass c)'");
    }

    @Test
    void hookThatOverridesAHookIsRefused() {
        refused(CalledTwice.class, "overrides the hook of " + Calling.class.getName(), "give it another name");
    }
}
