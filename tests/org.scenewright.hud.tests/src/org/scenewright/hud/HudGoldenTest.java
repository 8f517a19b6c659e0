// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bitmap;
import org.scenewright.testing.GoldenImage;

/** Whole user interfaces, compared with ones that people found beautiful. */
class HudGoldenTest {
    private static final int WORLD = 0x6a8fb5;
    private static final String DARK = " Fill={'color':{'r':0.1,'g':0.11,'b':0.14,'a':0.86}}";

    private static String sized(int width, int height) {
        return "'width':%d,'widthUnit':1,'height':%d,'heightUnit':1".formatted(width, height);
    }

    private static String all(String field, String after, int points) {
        var all = new StringBuilder();
        for (var edge : new String[] {"Left", "Top", "Right", "Bottom"}) {
            all.append(",'%s%s%s':%d,'%1$s%2$s%3$sUnit':1".formatted(field, edge, after, points));
        }
        return all.toString();
    }

    private static String round(int points) {
        var all = new StringBuilder();
        for (var corner : new String[] {"TopLeft", "TopRight", "BottomLeft", "BottomRight"}) {
            all.append(",'border%sRadius':%d,'border%1$sRadiusUnit':1".formatted(corner, points));
        }
        return all.toString();
    }

    private static String text(String words, int size, int align) {
        return " Text={'value':'%s','fontSize':%d,'textAlign':%d,'textWrap':0}"
                .formatted(words, size, align);
    }

    private static Panel panel(float density) {
        String edge = "{'r':1,'g':1,'b':1,'a':0.25}";
        String edges = "";
        for (var side : new String[] {"Left", "Top", "Right", "Bottom"}) {
            edges += ",'border%sColor':%s".formatted(side, edge);
        }
        var panel =
                Panel.dense(
                        density,
                        "card T={"
                                + sized(120, 92)
                                + ",'flexDirection':1"
                                + all("padding", "", 6)
                                + all("margin", "", 4)
                                + all("border", "Width", 1)
                                + edges
                                + round(8)
                                + "}"
                                + DARK,
                        "title in card T={'height':14,'heightUnit':1}"
                                + text("The <b>harbour</b> of <i>Ada</i>", 8, 3),
                        "words in card T={'widthUnit':3}"
                                + text("Ships leave when the tide is high, lines break.", 7, 0),
                        "row in card T={'height':16,'heightUnit':1,'justifyContent':3"
                                + ",'marginTop':4,'marginTopUnit':1}",
                        "yes in row T={"
                                + sized(48, 16)
                                + round(8)
                                + "} Fill={'color':{'r':0.98,'g':0.17,'b':0.33,'a':1}}"
                                + text("Leave", 8, 4),
                        "no in row T={"
                                + sized(48, 16)
                                + round(4)
                                + ",'opacity':0.6} Fill={'color':{'r':1,'g':1,'b':1,'a':1}}"
                                + " Text={'value':'Stay','fontSize':8,'color':"
                                + "{'r':0.98,'g':0.17,'b':0.33,'a':1}}",
                        "name in card T={'height':16,'heightUnit':1,'marginTop':4,"
                                + "'marginTopUnit':1} Input={'placeholder':'Your name',"
                                + "'fontSize':8,'textAlign':3}",
                        "side T={"
                                + sized(62, 92)
                                + ",'flexDirection':1"
                                + all("margin", "", 4)
                                + "}",
                        "menu in side T={'height':16,'heightUnit':1}"
                                + " Menu={'options':['Low','Middle','High'],'fontSize':8}",
                        "frame in side T={'flexGrow':1,'marginTop':4,'marginTopUnit':1}"
                                + " Fill={'textureMode':0,'texture':{'tex':{'$case':'texture',"
                                + "'texture':{'src':'frame.png','filterMode':0}}}}");
        panel.pictures.put("frame.png", frame());
        return panel;
    }

    /** A frame of 12 x 12 with corners of another colour. */
    private static Bitmap frame() {
        byte[] rgba = new byte[12 * 12 * 4];
        for (int i = 0; i < 144; i++) {
            int x = Math.min(i % 12, 11 - i % 12);
            int y = Math.min(i / 12, 11 - i / 12);
            boolean isCorner = x < 4 && y < 4;
            boolean isEdge = x < 2 || y < 2;
            rgba[i * 4] = (byte) (isCorner ? 240 : isEdge ? 90 : 30);
            rgba[i * 4 + 1] = (byte) (isCorner ? 180 : isEdge ? 100 : 40);
            rgba[i * 4 + 2] = (byte) (isCorner ? 60 : isEdge ? 120 : 60);
            rgba[i * 4 + 3] = (byte) 230;
        }
        return new Bitmap(12, 12, rgba);
    }

    @Test
    void aPanelOnAFineScreen() {
        check("panel", panel(4));
    }

    @Test
    void aPanelThatIsUsed() {
        var panel = panel(4);
        panel.click(20, 80);
        panel.hud.type("Ada");
        check("panel-typed", panel);
    }

    @Test
    void aMenuThatIsOpen() {
        var panel = panel(4);
        panel.click(150, 10);
        panel.hud.move(150, 50);
        check("panel-menu", panel);
    }

    private static void check(String name, Panel panel) {
        new GoldenImage(HudGoldenTest.class, name).check(panel.picture(WORLD));
    }
}
