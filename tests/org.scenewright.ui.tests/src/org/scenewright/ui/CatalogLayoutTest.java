// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogLayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 90, 240, 333, 1280, 4000})
    void eachCellIsFoundWhereItIs(int width) {
        check(new CatalogLayout(false, width, 100));
        check(new CatalogLayout(true, width, 100));
    }

    private static void check(CatalogLayout layout) {
        for (int i = 0; i < layout.count(); i++) {
            var cell = layout.cell(i);
            assertEquals(i, layout.index(cell.x, cell.y));
            assertEquals(i, layout.index(cell.x + cell.width - 1, cell.y + cell.height - 1));
            assertTrue(cell.y + cell.height <= layout.height());
        }
    }

    @Test
    void beyondTheCellsNothingIsFound() {
        var layout = new CatalogLayout(false, 240, 3);
        assertEquals(-1, layout.index(0, 20));
        assertEquals(-1, layout.index(20, 0));
        assertEquals(-1, layout.index(239, 20));
        assertEquals(-1, layout.index(200, layout.rowHeight() + 20));
        assertEquals(-1, layout.index(20, layout.height() + 1));
    }

    @Test
    void onlyWhatIsSeenIsBetweenFirstAndEnd() {
        var layout = new CatalogLayout(true, 240, 10_000);
        int top = 5_000 * layout.rowHeight();
        assertTrue(layout.first(top) <= 5_000 && layout.first(top) >= 4_998);
        int end = layout.end(top, 4 * layout.rowHeight());
        assertTrue(end >= 5_004 && end <= 5_006, "to " + end);
    }

    @Test
    void wideViewsHaveMoreColumns() {
        assertEquals(2, new CatalogLayout(false, 240, 10).columns());
        assertEquals(12, new CatalogLayout(false, 1280, 100).columns());
        assertEquals(1, new CatalogLayout(true, 1280, 100).columns());
        assertEquals(1, new CatalogLayout(false, 10, 100).columns());
    }

    @Test
    void littleMovesToShowACell() {
        var layout = new CatalogLayout(true, 240, 100);
        int row = layout.rowHeight();
        assertEquals(0, layout.revealing(0, 10 * row, 3 * row));
        assertEquals(10 * row, layout.revealing(11, 10 * row, 4 * row));
        assertTrue(layout.revealing(50, 0, 4 * row) > 46 * row);
    }
}
