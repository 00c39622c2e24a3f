// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of QEMU's tests of the object model, of visitors and of keyval texts, with what checks the same here.
 *
 * <p>A row is {@code QEMU's test | ours}. A row without one of ours says why. Tests of QEMU's monitor are mirrored where the
 * monitor is.
 */
class MirrorTest {
    private static final String TABLE = """
            check-qom-proplist createlist, createv      | mirror.PropListTest#objectIsMadeFromAListOfTexts #objectIsMadeFromJavaValues
            check-qom-proplist createcmdline            | mirror.PropListTest#objectOfACommandLineIsAddedOnceDeletedAndAddedAgain
            check-qom-proplist badenum                  | mirror.PropListTest#wordThatIsNotInTheSetLeavesNothing
            check-qom-proplist getenum                  | mirror.PropListTest#wordIsReadAsItsConstantButNotAsAnotherSets
            check-qom-proplist iterator                 | mirror.PropListTest#objectHasExactlyItsFourProperties
            check-qom-proplist class_iterator           | mirror.PropListTest#classHasExactlyItsThreeProperties
            check-qom-proplist delchild                 | mirror.PropListTest#tableOfPropertiesMayChangeWhileItsObjectLeaves
            check-qom-proplist resolve/partial          | mirror.PropListTest#partialPathIsAmbiguousOrNotAmongObjectsOfAType
            check-qom-interface direct_impl             | InterfaceClassTest#classFillsItsOwnCopyOfAnInterface
            check-qom-interface intermediate_impl       | InterfaceClassTest#subclassWithoutHooksInheritsTheContentsOfAnInterface
            test-keyval keyval_parse                    | keyval.KeyvalTest#textsMakeTrees #otherTextsAreRefused #fragmentsHave127CharactersAtMost
            test-keyval keyval_parse, implied key       | keyval.KeyvalTest#aFirstValueMayStandAloneWhereItsKeyIsImplied #theImpliedKeyMayHaveDots #theImpliedValueIsNeitherEmptyNorHasItCommas
            test-keyval keyval_parse, help              | keyval.KeyvalTest#helpIsToldApart #otherHelpIsNotHelp
            test-keyval keyval_parse/list               | keyval.KeyvalTest#textsMakeTrees #otherTextsAreRefused
            test-keyval visit/bool                      | keyval.KeyvalInputVisitorTest#recordedBooleansGiveWhatQemuGives
            test-keyval visit/number                    | keyval.KeyvalInputVisitorTest#unsignedIntegersAreReadByTheRulesOfC #otherTextsAreNoUnsignedIntegers
            test-keyval visit/size                      | keyval.KeyvalInputVisitorTest#sizesKeepAll64Bits #otherTextsAreNoSizes
            test-keyval visit/dict                      | keyval.KeyvalInputVisitorTest#structsAreNested #missingAndLeftoverMembersAreTold
            test-keyval visit/list                      | keyval.KeyvalInputVisitorTest#listsAreRead #leftoverElementsAreTold
            test-keyval visit/optional                  | keyval.KeyvalInputVisitorTest#optionalMembersAreProbed
            test-keyval visit/alternate                 | none: no property of an object is an alternate, so no visitor has them
            test-keyval visit/any                       | keyval.KeyvalInputVisitorTest#anythingStaysStrings
            test-keyval merge/dict, list, conflict      | keyval.KeyvalTest#treesAreMerged #treesOfDifferentShapesAreNotMerged
            test-string-input-visitor int               | text.StringInputVisitorTest#anIntegerIsRead #anIntegerMustFillTheText
            test-string-input-visitor intList, uintList | text.StringInputVisitorTest#listsMixNumbersAndRanges #rangesMayTouchTheExtremes #oneRangeHas65536ElementsAtMost #theEmptyTextIsTheEmptyList #otherTextsAreNoIntegerLists #elementsLeftUnreadAreRefused #readingPastTheEndIsRefused
            test-string-input-visitor bool              | text.StringInputVisitorTest#recordedBooleansGiveWhatQemuGives
            test-string-input-visitor number            | text.StringInputVisitorTest#numbersAreFinite
            test-string-input-visitor string            | text.StringInputVisitorTest#stringsAreTakenAsTheyAre
            test-string-input-visitor enum              | property.ScalarPropertyTest#enumIsSetAndReadByConstantAndByWord #wordThatIsNotInTheSetIsRefusedWithTheLegalOnes
            test-string-input-visitor fuzz              | text.StringInputVisitorTest#noTextMakesTheVisitorFailOtherwiseThanByRefusal
            test-string-output-visitor int              | text.StringOutputVisitorTest#integersAlsoPrintInHexForPeople
            test-string-output-visitor intList          | text.StringOutputVisitorTest#listsOfIntegersPrintAsMergedRanges
            test-string-output-visitor bool             | text.StringOutputVisitorTest#booleansPrintAsWords
            test-string-output-visitor number           | text.StringOutputVisitorTest#numbersPrintWith17Digits
            test-string-output-visitor string, no-string, enum | text.StringOutputVisitorTest#stringsStandInQuotesForPeople
            test-qobject-input int, uint, overflow      | json.JsonInputVisitorTest#integersAreAlsoNumbers #largeUnsignedIntegersKeepTheirBits #negativeIntegersWrapOrAreRefused #recordedIntegersGiveWhatQemuGives
            test-qobject-input *_keyval, *_str_keyval, *_str_fail | keyval.KeyvalInputVisitorTest#numbersAreFiniteDecimals #scalarsAndTreesAreToldApart; json.JsonInputVisitorTest#stringsAreNoBooleans #sizesInQmpAreIntegers
            test-qobject-input string, enum, struct, struct-nested | json.JsonInputVisitorTest#aValueIsReadAsItsOwnTypeAlone #membersAreReadInAnyOrder
            test-qobject-input list, list2              | json.JsonInputVisitorTest#elementsAreReadInOrder; property.ValuePropertyTest#longListIsSet
            test-qobject-input any                      | json.JsonInputVisitorTest#anythingIsReadAsJavaValues
            test-qobject-input null                     | json.JsonInputVisitorTest#nullIsNull
            test-qobject-input union-flat, fail/union-* | UserObjectsTest#memberThatNoPropertyHasIsRefusedAfterAllValues #typeIsMissedBeforeTheId #typeThatUsersCannotMakeIsNoLegalValue
            test-qobject-input alternate, fail/alternate | none: no property of an object is an alternate, so no visitor has them
            test-qobject-input errors, wrong-type       | json.JsonInputVisitorTest#aValueIsReadAsItsOwnTypeAlone #aRefusedScalarLeavesTheContainersOpen
            test-qobject-input fail/struct*             | json.JsonInputVisitorTest#leftoverMembersAreRefusedAtEachDepth #aMissingMemberIsNamedByItsPath
            test-qobject-input fail/list*               | json.JsonInputVisitorTest#elementsLeftUnreadAreRefused #readingPastTheEndOfAListIsRefused
            test-qobject-input qapi-introspect          | none: no schema is written by hand here; what a type declares is asked for, see mirror.IntrospectionTest
            test-forward-visitor struct                 | visit.ForwardVisitorTest#structsAreForwardedAndTheirMembersKeepTheirNames
            test-forward-visitor alternate              | none: no property of an object is an alternate, so no visitor has them
            test-forward-visitor string                 | visit.ForwardVisitorTest#stringsAreForwarded
            test-forward-visitor size                   | visit.ForwardVisitorTest#sizesAreForwarded
            test-forward-visitor number                 | visit.ForwardVisitorTest#numbersAreForwarded
            test-forward-visitor any                    | visit.ForwardVisitorTest#anythingIsForwarded
            test-forward-visitor list                   | visit.ForwardVisitorTest#listsAreForwarded
            test-qdev-global-props static               | GlobalsTest#withoutGlobalsTheDeclaredDefaultStands
            test-qdev-global-props static/global        | GlobalsTest#globalOverridesOnePropertyOnly
            test-qdev-global-props dynamic, unknown class, not used | GlobalsTest#unknownTypeIsRefusedAtOnce #unknownPropertyIsRefusedAtOnce #interfaceIsRefused
            test-qdev-global-props subclass             | GlobalsTest#lastGlobalWinsNotTheMostSpecific #globalReachesDescendantsButNotAncestors
            test-cutils parse_uint, strto*              | text.IntegerTextTest#tableRowsParseAsRecorded #signedIntegersFollowTheRulesOfC #otherTextsAreNoIntegers #scanningStopsAfterTheLongestNumber
            test-cutils strtosz                         | text.SizeTextTest#tableRowsParseAsRecorded #formsThatWereTriedByHand
            qom-test                                    | mirror.IntrospectionTest#everyPropertyOfEveryObjectIsReadOnAWalkOverTheTree
            qmp-cmd-test object-add-failure-modes       | UserObjectsTest#typeIsMissedBeforeTheId #takenIdIsRefusedAfterTheObjectWasConfigured #idIsNotDeletedTwice #unknownIdIsNotDeleted #deletedIdCanBeUsedAgain
            device-introspect-test list                 | mirror.IntrospectionTest#abstractTypesAreThoseThatTheListWithoutAbstractOnesLacks #everyTypeInTheListOfATypeDescendsFromIt
            device-introspect-test concrete, abstract, none | mirror.IntrospectionTest#askingAboutEveryTypeChangesNothingInTheTree
            check-qjson                                 | json.QemuJsonVectorsTest#recordedTextsGiveTheSameValueAndPrintTheSame; json.QemuJsonParserTest#aFaultHasQemusText
            test-qobject-output-visitor                 | json.JsonOutputVisitorTest#scalarsAreKeptAsJavaValues #structsAreMapsInTheOrderOfWriting
            test-visitor-serialization                  | json.JsonReaderProperties#writtenValuesAreReadBack; text.ScalarTextProperties#printedIntegersAreReadBack
            test-qemu-opts                              | keyval.OptionListTest#textsAreCutIntoOptions #theLastOptionOfANameCounts #aNameAloneIsDeprecated
            """;

    /** A row of the table. */
    record Row(String theirs, String ours) {
        @Override
        public String toString() {
            return theirs;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(line -> {
            int bar = line.indexOf('|');
            return new Row(
                    line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTestOfQemusIsMirroredByOneThatIsThere(Row row) throws ClassNotFoundException {
        if (row.ours().startsWith("none: ")) {
            return;
        }
        for (String group : row.ours().split("; ", -1)) {
            int hash = group.indexOf('#');
            Class<?> tests =
                    Class.forName("io.qom4j.core." + group.substring(0, hash).strip());
            for (String name : group.substring(hash + 1).split("#", -1)) {
                assertThat(Arrays.stream(tests.getDeclaredMethods()).filter(MirrorTest::isTest))
                        .extracting(Method::getName)
                        .contains(name.strip());
            }
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class)
                || method.isAnnotationPresent(Property.class);
    }

    @Test
    void noRowStandsThereTwice() {
        List<String> theirs = rows().map(Row::theirs).toList();
        assertThat(theirs).doesNotHaveDuplicates();
    }
}
