// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.ValueJson;

import java.time.Duration;
import java.util.Optional;

/** How boxes lie in a parent of 100 x 100. */
class FlexTest {

    private static FlexBox box(String style) {
        var value = ValueJson.parse("{" + style.replace('\'', '"') + "}");
        return new FlexBox(new FlexReading(Part.of(value)).style(), Optional.empty());
    }

    /** Checks where children are: left, top, width and height of each. */
    private static void check(String parent, String places, String... children) {
        var root = box(parent);
        for (var child : children) {
            root.add(box(child));
        }
        FlexPass.layOut(root, 100, 100);
        var actual = new StringBuilder();
        for (var child : root.children()) {
            actual.append(
                    "%.0f %.0f %.0f %.0f, "
                            .formatted(
                                    child.position(Axis.HORIZONTAL),
                                    child.position(Axis.VERTICAL),
                                    child.size(Axis.HORIZONTAL),
                                    child.size(Axis.VERTICAL)));
        }
        assertEquals(places + ", ", actual.toString());
    }

    private static final String TEN = "'width':10,'widthUnit':1,'height':10,'heightUnit':1";
    private static final String WIDE = "'width':60,'widthUnit':1,'height':10,'heightUnit':1";

    @Test
    void childrenFollowEachOtherInARow() {
        check("", "0 0 10 10, 10 0 10 10", TEN, TEN);
    }

    @Test
    void inAColumnTheyFollowDownwards() {
        check("'flexDirection':1", "0 0 10 10, 0 10 10 10", TEN, TEN);
    }

    @Test
    void reversedTheFirstIsAtTheEnd() {
        check("'flexDirection':3", "90 0 10 10, 80 0 10 10", TEN, TEN);
    }

    @Test
    void whatIsLeftOverIsSpreadBetweenThem() {
        check("'justifyContent':3", "0 0 10 10, 90 0 10 10", TEN, TEN);
    }

    @Test
    void aChildWithoutHeightIsAsHighAsItsRow() {
        check("", "0 0 10 100", "'width':10,'widthUnit':1");
    }

    @Test
    void growingChildrenShareWhatIsLeftOver() {
        check("", "0 0 25 100, 25 0 75 100", "'flexGrow':1", "'flexGrow':3");
    }

    @Test
    void tooWideChildrenShrink() {
        check("", "0 0 50 10, 50 0 50 10", WIDE, WIDE);
    }

    @Test
    void whereTheyMayWrapTheyBeginANewLine() {
        check("'flexWrap':1,'alignContent':1", "0 0 60 10, 0 10 60 10", WIDE, WIDE);
    }

    @Test
    void percentsAreOfTheInsideOfTheParent() {
        check("'paddingLeft':20,'paddingLeftUnit':1", "20 0 40 100", "'width':50,'widthUnit':2");
    }

    @Test
    void marginsAndBordersKeepFree() {
        check(
                "'borderTopWidth':3,'borderTopWidthUnit':1",
                "5 3 10 10",
                TEN + ",'marginLeft':5,'marginLeftUnit':1");
    }

    @Test
    void automaticMarginsPushAside() {
        check("", "90 0 10 10", TEN + ",'marginLeftUnit':3");
    }

    @Test
    void anAbsoluteChildIsApartFromItsSiblings() {
        check(
                "",
                "85 0 10 10, 0 0 10 10",
                TEN + ",'positionType':1,'positionRight':5,'positionRightUnit':1",
                TEN);
    }

    @Test
    void twoOffsetsGiveAnAbsoluteChildItsSize() {
        check(
                "",
                "10 0 70 0",
                "'positionType':1,'positionLeft':10,'positionLeftUnit':1,"
                        + "'positionRight':20,'positionRightUnit':1");
    }

    @Test
    void aRelativeChildIsMovedWithoutItsSiblings() {
        check("", "0 7 10 10, 10 0 10 10", TEN + ",'positionTop':7,'positionTopUnit':1", TEN);
    }

    @Test
    void whatIsGoneTakesNoRoom() {
        check("", "0 0 0 0, 0 0 10 10", TEN + ",'display':1", TEN);
    }

    @Test
    void nothingIsSmallerThanItsLeastOrLargerThanItsMost() {
        check("", "0 0 30 10", WIDE + ",'maxWidth':30,'maxWidthUnit':1");
        check("", "0 0 30 10", TEN + ",'minWidth':30,'minWidthUnit':1");
    }

    @Test
    void unknownNumbersAreWhatIsUsual() {
        check("'flexDirection':77,'justifyContent':-3", "0 0 10 10, 10 0 10 10", TEN, TEN);
    }

    @Test
    void aHundredBoxesInEachOtherAreLaidOutInNoTime() {
        var root = box("");
        var inner = root;
        for (int i = 0; i < 100; i++) {
            var next = box(i % 2 == 0 ? "'flexDirection':1" : "'flexGrow':1");
            inner.add(next);
            inner = next;
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> FlexPass.layOut(root, 100, 100));
    }
}
