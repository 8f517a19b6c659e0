// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.scenewright.scene.SettingsSchema;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The sections of what is selected, in order. One that was made once is kept and only hidden while
 * nothing selected needs it, since to make it takes a hundred times longer than to show it; UI
 * thread only.
 */
final class Sections {
    /** Scenes may declare any number of types of components. */
    private static final int KEPT = 40;

    private final Composite content;
    private final Runnable wake;
    private final Map<ComponentType, ComponentSection> made = new LinkedHashMap<>();
    private Optional<SettingsSection> settings = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private List<ComponentType> types = List.of();
    private Search search = Search.EVERYTHING;
    private boolean isEnabled = true;

    /**
     * @param wake called when there is something to do
     */
    Sections(Composite content, Runnable wake) {
        this.content = content;
        this.wake = wake;
    }

    /** Turns to these entities; the sections follow step by step. Returns what came or went. */
    List<Control> show(Optional<Target> next) {
        var before = shown();
        target = next;
        var all = next.map(Target::types).orElse(List.of());
        types =
                all.stream()
                        .filter(type -> next.filter(to -> search.finds(type, to)).isPresent())
                        .toList();
        next.ifPresent(this::turn);
        var after = shown();
        var changed = new ArrayList<Control>();
        before.stream().map(Section::control).filter(c -> !in(after, c)).forEach(changed::add);
        after.stream().map(Section::control).filter(c -> !in(before, c)).forEach(changed::add);
        changed.forEach(control -> Form.setShown(control, in(after, control)));
        order(after);
        forget();
        return changed;
    }

    private void turn(ComponentSection section, ComponentSubject subject) {
        section.fields().show(subject);
        section.check(subject);
        section.narrow(search);
    }

    private static boolean in(List<Section> sections, Control control) {
        return sections.stream().anyMatch(section -> section.control() == control);
    }

    /** What is looked for, if there is nothing of it. */
    Optional<String> missed() {
        boolean isMissed = target.isPresent() && types.isEmpty() && !showsSettings();
        return isMissed && !search.isEverything()
                ? Optional.of(String.join(" ", search.words()))
                : Optional.empty();
    }

    private boolean showsSettings() {
        return isScene() && search.finds(SettingsSchema.SCHEMA, Value.EMPTY);
    }

    /** Lets a person edit all that is there by now, or only look. */
    void enable(boolean mayEdit) {
        if (!mayEdit || !isEnabled) {
            isEnabled = mayEdit;
            settings.ifPresent(section -> section.enable(mayEdit));
            made.values().forEach(section -> section.enable(mayEdit));
        }
    }

    /** From now on shows only what is looked for. */
    void search(Search now) {
        search = now;
    }

    private void turn(Target to) {
        settings.ifPresent(
                section -> {
                    section.fields().show(new SettingsSubject(to.road()));
                    section.narrow(search);
                });
        types.forEach(
                type ->
                        Optional.ofNullable(made.get(type))
                                .ifPresent(section -> turn(section, to.component(type))));
    }

    /** Those that are there already. */
    private List<Section> shown() {
        var shown = new ArrayList<Section>();
        settings.filter(section -> showsSettings()).ifPresent(shown::add);
        types.forEach(type -> Optional.ofNullable(made.get(type)).ifPresent(shown::add));
        return shown;
    }

    private boolean isScene() {
        return target.filter(Target::isScene).isPresent();
    }

    /** To move a control costs more than to look where it is. */
    private void order(List<Section> sections) {
        var wanted = sections.stream().<Control>map(Section::control).toList();
        var now = Arrays.asList(content.getChildren()).stream().filter(wanted::contains).toList();
        if (!now.equals(wanted)) {
            for (int i = 1; i < wanted.size(); i++) {
                wanted.get(i).moveBelow(wanted.get(i - 1));
            }
        }
    }

    private void forget() {
        var spare = made.keySet().stream().filter(type -> !types.contains(type)).toList();
        spare.stream()
                .limit(Math.max(0, made.size() - KEPT))
                .forEach(type -> made.remove(type).control().dispose());
    }

    /** Whether all that is selected is shown as it is. */
    boolean isDone() {
        return missing().isEmpty()
                && !lacksSettings()
                && shown().stream().allMatch(section -> section.fields().isDone());
    }

    private boolean lacksSettings() {
        return showsSettings() && settings.isEmpty();
    }

    private Optional<ComponentType> missing() {
        return types.stream().filter(type -> !made.containsKey(type)).findFirst();
    }

    /**
     * Does a little of what is to be done, from top to bottom.
     *
     * @param layout told the grids in which controls came or went
     */
    void step(Consumer<Set<Composite>> layout) {
        var unfinished = shown().stream().filter(section -> !section.fields().isDone()).findFirst();
        unfinished.ifPresentOrElse(
                section -> section.fields().step(layout), () -> target.ifPresent(this::make));
    }

    private void make(Target of) {
        if (lacksSettings()) {
            var subject = new SettingsSubject(of.road());
            var section = SettingsSection.in(content, subject, wake);
            section.narrow(search);
            settings = Optional.of(section);
        } else {
            missing().ifPresent(type -> make(of.component(type)));
        }
        order(shown());
    }

    private void make(ComponentSubject subject) {
        var section = new ComponentSection(content, subject, wake);
        earlier(subject.type()).ifPresent(before -> section.fold(before.isOpen()));
        section.narrow(search);
        made.put(subject.type(), section);
        if (section.fields().isDone()) {
            // Without fields there are no steps after which it would be laid out.
            section.fields().steps().changed(section.control());
        }
    }

    /** The section of a component as it was before its schema changed. */
    private Optional<ComponentSection> earlier(ComponentType type) {
        return made.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(type.name()))
                .map(Map.Entry::getValue)
                .reduce((older, newer) -> newer);
    }
}
