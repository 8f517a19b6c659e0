// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;
import org.scenewright.runtime.ScriptHearing;

import java.util.Optional;

/** In which colours a console tells warnings and errors from the rest; UI thread. */
record OutputColors(Display display) {
    private static final Color AMBER_ON_DARK = new Color(224, 176, 80);
    private static final Color AMBER_ON_LIGHT = new Color(150, 96, 0);

    /** Nothing for the colour that consoles have anyway. */
    Optional<Color> of(ScriptHearing.Level level) {
        return switch (level) {
            case LOG -> Optional.empty();
            case WARNING -> Optional.of(isDark() ? AMBER_ON_DARK : AMBER_ON_LIGHT);
            case ERROR -> Optional.of(JFaceColors.getErrorText(display));
        };
    }

    private boolean isDark() {
        var ground = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
        return ground.getHSB()[2] < 0.5f;
    }
}
