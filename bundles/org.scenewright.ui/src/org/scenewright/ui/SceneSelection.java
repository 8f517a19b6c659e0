// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;

import java.util.Arrays;
import java.util.List;

/** The one selection of a scene editor, which viewport, Outline and Properties share; UI thread. */
final class SceneSelection implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private List<EntityHandle> handles = List.of();

    /** In the order in which they were chosen; the root stands for the scene itself. */
    List<Entity> entities() {
        return handles.stream().map(EntityHandle::entity).toList();
    }

    /** Selects entities and tells everybody, unless they are selected already. */
    void select(List<EntityHandle> chosen) {
        if (!chosen.equals(handles)) {
            handles = List.copyOf(chosen);
            var event = new SelectionChangedEvent(this, getSelection());
            listeners.forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public IStructuredSelection getSelection() {
        return new StructuredSelection(handles);
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection structured) {
            select(
                    Arrays.stream(structured.toArray())
                            .filter(EntityHandle.class::isInstance)
                            .map(EntityHandle.class::cast)
                            .toList());
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
