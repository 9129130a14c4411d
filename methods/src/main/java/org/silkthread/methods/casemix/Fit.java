package org.silkthread.methods.casemix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of fitting a model. A model that the data cannot determine is never returned with arbitrary numbers in it; the
 * columns at fault are named instead.
 *
 * @param <M> the kind of model
 */
public sealed interface Fit<M> {

    /**
     * A model.
     *
     * @param model with finite estimates
     * @param <M> the kind of model
     */
    record Fitted<M>(M model) implements Fit<M> {}

    /**
     * Some columns follow from others.
     *
     * @param columns each with what it follows from; without them the model can be fitted
     * @param <M> the kind of model
     */
    record Collinear<M>(List<Collinearity> columns) implements Fit<M> {

        public Collinear {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Some outcomes are told without fail.
     *
     * @param separation by which columns
     * @param <M> the kind of model
     */
    record Separated<M>(Separation separation) implements Fit<M> {}

    /**
     * There are not more rows than things to estimate.
     *
     * @param rows in the table
     * @param needed the least that would do
     * @param <M> the kind of model
     */
    record TooFewRows<M>(int rows, int needed) implements Fit<M> {}

    /**
     * The estimate did not settle, although nothing separates the outcomes. Columns of wildly different size in few rows
     * can do this.
     *
     * @param iterations tried
     * @param <M> the kind of model
     */
    record Unsettled<M>(int iterations) implements Fit<M> {}

    /**
     * The model, if there is one.
     *
     * @return nothing when the data do not determine it
     */
    default Optional<M> fitted() {
        return this instanceof Fitted<M>(M model) ? Optional.of(model) : Optional.empty();
    }

    /**
     * What came of it, in words.
     *
     * @return a sentence without the full stop
     */
    default String sentence() {
        return switch (this) {
            case Fitted<M> _ -> "the model is fitted";
            case Collinear<M> collinear ->
                collinear.columns().stream().map(Collinearity::sentence).collect(Collectors.joining("; "));
            case Separated<M> separated -> separated.separation().sentence();
            case TooFewRows<M>(int rows, int needed) ->
                "there are " + rows + " rows; at least " + needed + " are needed";
            case Unsettled<M>(int iterations) -> "the estimate did not settle in " + iterations + " iterations";
        };
    }
}
