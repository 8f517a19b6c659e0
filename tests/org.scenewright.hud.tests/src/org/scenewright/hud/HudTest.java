// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bitmap;
import org.scenewright.schema.Value;

/** What people see of the user interface of a scene, and what its code is told. */
class HudTest {
    private static final String SIZE = "'width':50,'widthUnit':1,'height':40,'heightUnit':1";
    private static final String RED = " Fill={'color':{'r':1,'g':0,'b':0,'a':1}}";
    private static final String BLUE = " Fill={'color':{'r':0,'g':0,'b':1,'a':1}}";

    @Test
    void aBackgroundIsPaintedWhereItsElementIs() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED);
        assertEquals("ff0000", panel.color(49, 39));
        assertEquals("000000", panel.color(50, 39));
    }

    @Test
    void whatIsHalfOpaqueLetsTheWorldThrough() {
        var panel = Panel.of("a T={" + SIZE + ",'opacity':0.5}" + RED);
        assertEquals(0x7f, panel.picture(0xffffff).getRGB(5, 5) & 0xff, 1);
        assertEquals(0xff, panel.picture(0xffffff).getRGB(5, 5) >> 16 & 0xff, 1);
    }

    @Test
    void childrenAreNoMoreOpaqueThanWhatTheyAreIn() {
        var panel =
                Panel.of(
                        "a T={" + SIZE + ",'opacity':0.5}",
                        "b in a T={" + SIZE + ",'opacity':0.5}" + RED);
        assertEquals(0x40, panel.picture(0).getRGB(5, 5) >> 16 & 0xff, 1);
    }

    @Test
    void siblingsAreInTheOrderOfTheirLinks() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED, "b T={" + SIZE + "}" + BLUE);
        assertEquals("0000ff", panel.color(60, 5));
    }

    @Test
    void aHigherLevelLiesOverALowerOne() {
        String above = "'positionType':1,'zIndex':%d";
        var panel =
                Panel.of(
                        "a T={" + SIZE + "," + above.formatted(2) + "}" + RED,
                        "b T={" + SIZE + "," + above.formatted(1) + "}" + BLUE);
        assertEquals("ff0000", panel.color(5, 5));
    }

    @Test
    void nothingReachesBeyondWhatHidesIt() {
        var panel =
                Panel.of(
                        "a T={'width':20,'widthUnit':1,'overflow':1}",
                        "b in a T={" + SIZE + ",'flexShrink':0}" + RED);
        assertEquals("ff0000", panel.color(19, 5));
        assertEquals("000000", panel.color(20, 5));
    }

    @Test
    void cornersAreRound() {
        String round = "'borderTopLeftRadius':20,'borderTopLeftRadiusUnit':1";
        var panel = Panel.of("a T={" + SIZE + "," + round + "}" + RED);
        assertEquals("000000", panel.color(1, 1));
        assertEquals("ff0000", panel.color(48, 1));
    }

    @Test
    void eachBorderHasItsColor() {
        String border =
                "'borderLeftWidth':5,'borderLeftWidthUnit':1,'borderLeftColor':"
                        + "{'r':0,'g':1,'b':0,'a':1}";
        var panel = Panel.of("a T={" + SIZE + "," + border + "}" + RED);
        assertEquals("00ff00", panel.color(4, 20));
        assertEquals("ff0000", panel.color(5, 20));
    }

    @Test
    void onAFinerScreenThereAreMorePixels() {
        var panel = Panel.dense(2, "a T={" + SIZE + "}" + RED);
        assertEquals("ff0000", panel.color(99, 79));
        assertEquals("000000", panel.color(100, 79));
    }

    @Test
    void wordsAreWrittenInTheirColor() {
        var panel =
                Panel.of(
                        "a T={"
                                + SIZE
                                + "} Text={'value':'MMMM','fontSize':20,"
                                + "'color':{'r':0,'g':1,'b':0,'a':1}}");
        int green = 0;
        for (int x = 0; x < 50; x++) {
            green = Math.max(green, panel.picture(0).getRGB(x, 20) >> 8 & 0xff);
        }
        assertTrue(green > 150, "green is " + green);
    }

    @Test
    void anElementWithoutSizeIsAsLargeAsItsWords() {
        var panel =
                Panel.of(
                        "a T={'widthUnit':3,'alignSelf':1} Text={'value':'MMMM','fontSize':20}"
                                + RED);
        assertEquals("ff0000", panel.color(1, 1));
        assertEquals("000000", panel.color(1, 30));
    }

    @Test
    void anElementThatIsAsLargeAsItsWordsHasRoomForThem() {
        for (var words : new String[] {"row 0 of tick 636", "AVAVA To Wa", "To, Ty: five iiii"}) {
            var letters = new Letters();
            var wording = Wording.of(Part.of(Value.fields("textWrap", Value.of(0))));
            var text = wording.with(words, Ink.WHITE);
            float[] size = letters.measure(text, Float.POSITIVE_INFINITY);
            assertEquals(1, letters.lines(text, size[0]).size(), words);
        }
    }

    @Test
    void aStretchedPictureFillsItsElement() {
        var panel =
                Panel.of(
                        "a T={"
                                + SIZE
                                + "} Fill={'textureMode':2,'texture':{'tex':"
                                + "{'$case':'texture','texture':{'src':'p.png','filterMode':0}}}}");
        panel.pictures.put("p.png", twoColors());
        assertEquals("00ff00", panel.color(10, 20));
        assertEquals("0000ff", panel.color(40, 20));
    }

    @Test
    void theCornersSayWhichPartOfAPictureIsSeen() {
        var panel =
                Panel.of(
                        "a T={"
                                + SIZE
                                + "} Fill={'textureMode':2,'uvs':[1,0,1,1,0,1,0,0],"
                                + "'texture':{'tex':{'$case':'texture','texture':"
                                + "{'src':'p.png','filterMode':0}}}}");
        panel.pictures.put("p.png", twoColors());
        assertEquals("0000ff", panel.color(10, 20));
        assertEquals("00ff00", panel.color(40, 20));
    }

    @Test
    void aCenteredPictureKeepsItsSize() {
        var panel =
                Panel.of(
                        "a T={"
                                + SIZE
                                + "} Fill={'textureMode':1,'texture':{'tex':"
                                + "{'$case':'texture','texture':{'src':'p.png'}}}}");
        panel.pictures.put("p.png", twoColors());
        assertEquals("000000", panel.color(10, 20));
        assertEquals("00ff00", panel.color(24, 20));
    }

    /** A green pixel and a blue one beside it. */
    private static Bitmap twoColors() {
        return new Bitmap(2, 1, new byte[] {0, -1, 0, -1, 0, 0, -1, -1});
    }

    @Test
    void nothingIsPaintedAnewWhereNothingChanged() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED);
        var sheet = panel.hud.sheet().orElseThrow();
        assertFalse(panel.hud.isStale());
        assertSame(sheet, panel.hud.sheet().orElseThrow());
    }

    @Test
    void whatIsRemovedIsSeenNoMore() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED);
        panel.color(5, 5);
        panel.remove("a");
        assertEquals("000000", panel.color(5, 5));
    }

    @Test
    void elementsThatHangOnThemselvesAreNotShown() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED);
        int self = panel.entity("a").bits();
        panel.put("a", "T", "{'parent':" + self + "," + SIZE + "}");
        assertTrue(panel.hud.sheet().isEmpty());
    }

    @Test
    void anElementHearsOfWhatItAskedFor() {
        var panel = Panel.of("a T={" + SIZE + "}" + RED + Panel.ALL);
        panel.hud.move(5, 5);
        panel.click(5, 5);
        panel.hud.move(100, 5);
        assertEquals("ENTER a, DOWN a, UP a, LEAVE a", panel.told());
    }

    @Test
    void whatItIsInHearsOfItToo() {
        var panel =
                Panel.of("a T={" + SIZE + "}" + Panel.ALL, "b in a T={" + SIZE + "}" + Panel.ALL);
        panel.hud.press(5, 5);
        assertEquals("ENTER b, ENTER a, DOWN b, DOWN a", panel.told());
    }

    @Test
    void onlyWhatIsSolidKeepsAPointerFromTheWorld() {
        var panel =
                Panel.of("a T={" + SIZE + "}" + RED, "b T={" + SIZE + ",'pointerFilter':1}" + RED);
        assertFalse(panel.hud.press(5, 5));
        assertTrue(panel.hud.press(55, 5));
        assertFalse(panel.hud.press(150, 5));
    }

    @Test
    void whatIsHiddenHearsNothing() {
        var panel =
                Panel.of(
                        "a T={'width':20,'widthUnit':1,'overflow':1}",
                        "b in a T={" + SIZE + ",'flexShrink':0}" + Panel.ALL);
        panel.hud.press(30, 5);
        assertEquals("", panel.told());
    }

    @Test
    void whatIsTypedGoesToTheFieldThatWasClicked() {
        var panel = Panel.of("a T={" + SIZE + "} Input={'placeholder':'Name'}");
        assertFalse(panel.hud.type("x"));
        panel.click(5, 5);
        panel.hud.type("a");
        panel.hud.type("b");
        assertEquals("a holds a, a holds ab", panel.told());
    }

    @Test
    void enterSubmitsAndEmptiesAField() {
        var panel = Panel.of("a T={" + SIZE + "} Input={'placeholder':'Name'}");
        panel.click(5, 5);
        panel.hud.type("hi");
        panel.hud.press(HudKey.ENTER);
        panel.hud.type("!");
        assertEquals("a holds hi, a is hi, a holds !", panel.told());
    }

    @Test
    void keysMoveTheCaretAndTakeLetters() {
        var panel = Panel.of("a T={" + SIZE + "} Input={}");
        panel.click(5, 5);
        panel.hud.type("abc");
        panel.told();
        panel.hud.press(HudKey.LEFT);
        panel.hud.press(HudKey.BACKSPACE);
        panel.hud.press(HudKey.HOME);
        panel.hud.press(HudKey.DELETE);
        panel.hud.press(HudKey.END);
        panel.hud.type("é");
        assertEquals("a holds ac, a holds c, a holds cé", panel.told());
    }

    @Test
    void aClickBesideLeavesTheField() {
        var panel = Panel.of("a T={" + SIZE + "} Input={}");
        panel.click(5, 5);
        assertTrue(panel.hud.isTyping());
        panel.click(150, 5);
        assertFalse(panel.hud.isTyping());
    }

    @Test
    void aSceneCanSayWhatAFieldHolds() {
        var panel = Panel.of("a T={" + SIZE + "} Input={'value':'old'}");
        panel.hud.sheet();
        panel.click(45, 20);
        panel.hud.type("!");
        assertEquals("a holds old!", panel.told());
    }

    @Test
    void aDisabledFieldTakesNothing() {
        var panel = Panel.of("a T={" + SIZE + "} Input={'disabled':true}");
        panel.click(5, 5);
        assertFalse(panel.hud.isTyping());
    }

    @Test
    void aMenuOpensAndTellsWhatIsChosen() {
        var panel =
                Panel.of(
                        "a T={'width':80,'widthUnit':1,'height':20,'heightUnit':1}"
                                + " Menu={'options':['one','two','three']}");
        panel.click(5, 5);
        panel.click(20, 20 + 2 + 4 + 30);
        assertEquals("a is 1", panel.told());
        panel.click(20, 56);
        assertEquals("", panel.told());
    }

    @Test
    void besideItsOptionsAMenuIsClosed() {
        var panel =
                Panel.of(
                        "a T={'width':80,'widthUnit':1,'height':20,'heightUnit':1}"
                                + " Menu={'options':['one','two']}");
        panel.click(5, 5);
        assertTrue(panel.hud.press(150, 90));
        assertEquals("", panel.told());
        assertFalse(panel.hud.press(150, 90));
    }

    @Test
    void theWheelScrollsWhatIsTooLong() {
        var panel =
                Panel.of(
                        "a T={'width':50,'widthUnit':1,'height':40,'heightUnit':1,'overflow':2,"
                                + "'flexDirection':1}",
                        "b in a T={" + SIZE + ",'flexShrink':0}" + RED,
                        "c in a T={" + SIZE + ",'flexShrink':0}" + BLUE);
        assertEquals("ff0000", panel.color(5, 5));
        assertTrue(panel.hud.wheel(5, 5, -5));
        assertEquals("0000ff", panel.color(5, 5));
        assertFalse(panel.hud.wheel(150, 5, -5));
    }
}
