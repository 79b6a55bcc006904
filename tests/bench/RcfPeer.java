// SPDX-License-Identifier: GPL-3.0-or-later
// AWS's random cut forest on a series from standard input: bench_rcf's peer. One number a line; prints name and value of what it measured.
// Arguments: models shown in turn; rows before the measurement; rows measured.
import com.amazon.randomcutforest.RandomCutForest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.Locale;

public class RcfPeer {
    private static double scores = 0.0;

    private static RandomCutForest forest(long seed) {
        return RandomCutForest.builder().dimensions(8).shingleSize(8).internalShinglingEnabled(true).numberOfTrees(50).sampleSize(256)
                .parallelExecutionEnabled(false).randomSeed(seed).build();
    }

    private static void show(RandomCutForest[] models, float[] series, int from, int to) {
        float[] row = new float[1];
        for (int i = from; i < to; ++i) {
            for (RandomCutForest model : models) {
                row[0] = series[i];
                scores += model.getAnomalyScore(row);
                model.update(row);
            }
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        int before = Integer.parseInt(arguments[1]);
        int measured = Integer.parseInt(arguments[2]);
        float[] series = new float[before + measured];
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (int i = 0; i < series.length; ++i)
            series[i] = Float.parseFloat(input.readLine());

        RandomCutForest[] models = new RandomCutForest[count];
        for (int i = 0; i < count; ++i)
            models[i] = forest(i + 1);
        show(models, series, 0, before);
        scores = 0.0;
        // The best of five stretches, as on the other side.
        double best = Double.POSITIVE_INFINITY;
        int stretch = measured / 5;
        for (int round = 0; round < 5; ++round) {
            long start = processorNanos();
            show(models, series, before + round * stretch, before + (round + 1) * stretch);
            best = Math.min(best, (processorNanos() - start) / 1e3 / stretch / count);
        }
        System.out.printf(Locale.ROOT, "micros %.4f%nmean %.6f%n", best, scores / (5.0 * stretch) / count);
    }
}
