// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;
import org.scenewright.hud.HudEvent.Touch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What people do to elements with pointer and keys, and who is told. */
final class HudPointer {
    private static final float NOTCH = 40;
    private static final float MARGIN = 6;

    private final HudState state;
    private final Letters letters;
    private final Consumer<HudEvent> hearing;
    private List<Placed> placed = List.of();
    private Screen screen = new Screen(0, 0, 1);
    private Set<Entity> hovered = Set.of();
    private boolean isDown;
    private boolean isChanged;

    HudPointer(HudState state, Letters letters, Consumer<HudEvent> hearing) {
        this.state = state;
        this.letters = letters;
        this.hearing = hearing;
    }

    /** What follows happens to elements at these places. */
    HudPointer at(List<Placed> now, Screen on) {
        placed = now;
        screen = on;
        return this;
    }

    /** Whether something looks different since the last time. */
    boolean takeChange() {
        boolean was = isChanged;
        isChanged = false;
        return was;
    }

    /** The topmost element that lets no pointer through. */
    private Optional<Placed> under(double x, double y) {
        return placed.reversed().stream()
                .filter(one -> one.element().isSolid() && one.isAt(x, y))
                .findFirst();
    }

    private Optional<Placed> find(Entity entity) {
        return placed.stream().filter(one -> one.entity().equals(entity)).findFirst();
    }

    boolean move(double x, double y) {
        boolean isMenu = hoverMenu(x, y);
        var top = isMenu ? Optional.<Placed>empty() : under(x, y);
        hover(top);
        return isMenu || top.isPresent();
    }

    boolean leave() {
        hover(Optional.empty());
        return false;
    }

    /** An element hears of it, and all that it is in. */
    private void hover(Optional<Placed> top) {
        var now = new LinkedHashSet<Entity>();
        for (var one = top; one.isPresent(); one = one.get().parent()) {
            now.add(one.get().entity());
        }
        var before = hovered;
        hovered = now;
        before.stream().filter(one -> !now.contains(one)).forEach(one -> tell(one, Touch.LEAVE));
        now.stream().filter(one -> !before.contains(one)).forEach(one -> tell(one, Touch.ENTER));
    }

    private void tell(Entity entity, Touch touch) {
        find(entity)
                .filter(one -> one.element().wants().contains(touch))
                .ifPresent(one -> hearing.accept(new HudEvent.Touched(entity, touch)));
    }

    boolean press(double x, double y) {
        if (state.opened().isPresent()) {
            choose(x, y);
            isDown = true;
            return true;
        }
        var top = under(x, y);
        hover(top);
        focus(top, x);
        top.filter(one -> one.matter().isActive())
                .filter(one -> one.matter().choice().isPresent())
                .ifPresent(this::open);
        hovered.forEach(one -> tell(one, Touch.DOWN));
        isDown = top.isPresent();
        return isDown;
    }

    boolean release(double x, double y) {
        boolean was = isDown;
        isDown = false;
        if (was) {
            hover(under(x, y));
            hovered.forEach(one -> tell(one, Touch.UP));
        }
        return was;
    }

    private void focus(Optional<Placed> top, double x) {
        var field =
                top.filter(one -> one.matter().field().filter(f -> !f.isDisabled()).isPresent());
        isChanged |= field.isPresent() || state.focus().isPresent();
        var before = state.focus();
        state.focus(field.map(Placed::entity));
        field.ifPresent(one -> caret(one, x, before.filter(one.entity()::equals).isPresent()));
    }

    private void caret(Placed one, double x, boolean isFocus) {
        var text = state.text(one.entity());
        var style = one.matter().field().orElseThrow().words();
        var line = style.with(text.text(), style.ink());
        var within = one.inside().inset(MARGIN, 0, MARGIN, 0);
        float at = isFocus ? letters.advance(line, text.caret()) : 0;
        var shown = TextBrush.follow(letters, line, within, at);
        state.text(one.entity(), text.at(TextBrush.letters(letters, line, shown, x)));
    }

    private void open(Placed menu) {
        int first = Math.max(0, state.chosen(menu.entity()) - 2);
        state.open(Optional.of(new HudState.Opened(menu.entity(), first, -1)));
        isChanged = true;
    }

    private Optional<Popup> popup() {
        return state.opened()
                .flatMap(
                        open ->
                                find(open.entity())
                                        .flatMap(
                                                one ->
                                                        one.matter()
                                                                .choice()
                                                                .map(
                                                                        choice ->
                                                                                Popup.of(
                                                                                        one,
                                                                                        choice,
                                                                                        open
                                                                                                .first(),
                                                                                        screen))));
    }

    private boolean hoverMenu(double x, double y) {
        var popup = popup();
        popup.ifPresent(menu -> hover(menu, menu.at(x, y)));
        return popup.filter(menu -> menu.box().holds(x, y)).isPresent();
    }

    private void hover(Popup menu, int option) {
        var open = state.opened().orElseThrow();
        isChanged |= open.hovered() != option;
        state.open(Optional.of(new HudState.Opened(open.entity(), menu.first(), option)));
    }

    /** Beside the options, the menu is closed and nothing is chosen. */
    private void choose(double x, double y) {
        var menu = state.opened().orElseThrow().entity();
        int option = popup().map(popup -> popup.at(x, y)).orElse(-1);
        state.open(Optional.empty());
        isChanged = true;
        if (option >= 0) {
            state.choose(menu, option);
            hearing.accept(new HudEvent.Chosen(menu, option));
        }
    }

    boolean wheel(double x, double y, double notches) {
        var popup = popup();
        if (popup.filter(menu -> menu.box().holds(x, y)).isPresent()) {
            int first = popup.get().first() - (int) Math.signum(notches);
            var open = state.opened().orElseThrow();
            state.open(Optional.of(new HudState.Opened(open.entity(), Math.max(0, first), -1)));
            return true;
        }
        var scrolling =
                placed.reversed().stream()
                        .filter(one -> one.scrolls() && one.isAt(x, y))
                        .findFirst();
        scrolling.ifPresent(one -> scroll(one, (float) (-notches * NOTCH)));
        return scrolling.isPresent() || under(x, y).isPresent();
    }

    private void scroll(Placed one, float by) {
        boolean isUpright = one.overflow()[1] > 0;
        state.scroll(one, isUpright ? 0 : by, isUpright ? by : 0);
    }

    boolean type(String text) {
        return edit(old -> old.typed(text));
    }

    boolean press(HudKey key) {
        return switch (key) {
            case LEFT -> edit(TypedText::left);
            case RIGHT -> edit(TypedText::right);
            case HOME -> edit(old -> old.at(0));
            case END -> edit(old -> old.at(old.text().length()));
            case BACKSPACE -> edit(TypedText::backspaced);
            case DELETE -> edit(TypedText::deleted);
            case ENTER -> submit();
            case ESCAPE -> blur();
        };
    }

    /** Whether there was something to leave. */
    private boolean blur() {
        boolean was = state.focus().isPresent() || state.opened().isPresent();
        state.focus(Optional.empty());
        state.open(Optional.empty());
        isChanged |= was;
        return was;
    }

    private boolean edit(UnaryOperator<TypedText> change) {
        var field = state.focus();
        field.ifPresent(
                entity -> {
                    var before = state.text(entity);
                    var after = change.apply(before);
                    state.text(entity, after);
                    isChanged = true;
                    if (!after.text().equals(before.text())) {
                        hearing.accept(new HudEvent.Typed(entity, after.text(), false));
                    }
                });
        return field.isPresent();
    }

    /** As in the explorers, the field is empty then. */
    private boolean submit() {
        var field = state.focus();
        field.ifPresent(
                entity -> {
                    hearing.accept(new HudEvent.Typed(entity, state.text(entity).text(), true));
                    state.text(entity, TypedText.of(""));
                    isChanged = true;
                });
        return field.isPresent();
    }
}
