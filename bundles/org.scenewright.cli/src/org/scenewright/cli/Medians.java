// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;

/** The line that a measurement ends with: of every field the median of the runs. */
final class Medians {
    private final String bench;
    private final List<Value> runs = new ArrayList<>();

    Medians(String bench) {
        this.bench = bench;
    }

    void add(Value run) {
        runs.add(run);
    }

    /** The median of a number that every run tells. */
    double of(String field) {
        double[] sorted =
                runs.stream().mapToDouble(run -> run.number(field, Double.NaN)).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    Value values(List<String> fields) {
        Value line =
                Value.fields("bench", Value.of(bench))
                        .with(FieldPath.of("runs"), Value.of(runs.size()));
        for (var field : fields) {
            line = line.with(FieldPath.of(field), Value.of(of(field)));
        }
        return line;
    }

    String line(List<String> fields) {
        return ValueJson.print(values(fields));
    }
}
