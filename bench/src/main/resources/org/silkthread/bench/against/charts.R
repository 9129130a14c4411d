# The same charts and funnel as the Java library, in base R, for comparison of cost.
#
# Rscript charts.R FOLDER REPEATS
#   reads series.csv (one series a line) and units.csv (observed, expected); writes r.csv with what each piece of work took
#   (processor seconds, mean of the repeats after a first run, reading left out) and two sums that must equal the other
#   side's.

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
repeats <- as.integer(arguments[2])
series <- as.matrix(read.csv(file.path(folder, "series.csv"), header = FALSE))
units <- read.csv(file.path(folder, "units.csv"))

# Limits and the four rules of one XmR chart.
xmr <- function(y) {
  n <- length(y)
  centre <- mean(y)
  ranges <- abs(diff(y))
  average <- mean(ranges)
  average <- mean(ranges[ranges < 3.267 * average])
  upper <- centre + 2.66 * average
  lower <- centre - 2.66 * average
  near <- 2 * (2.66 / 3) * average
  outside <- y > upper | y < lower
  side <- sign(y - centre)
  close <- !outside & abs(y - centre) > near

  trend <- logical(n)
  steps <- rle(sign(diff(y)))
  ends <- cumsum(steps$lengths)
  for (i in which(steps$lengths >= 6 & steps$values != 0)) {
    trend[(ends[i] - steps$lengths[i] + 1):(ends[i] + 1)] <- TRUE
  }
  shift <- logical(n)
  sides <- rle(side)
  ends <- cumsum(sides$lengths)
  for (i in which(sides$lengths >= 7 & sides$values != 0)) {
    shift[(ends[i] - sides$lengths[i] + 1):ends[i]] <- TRUE
  }
  first <- seq_len(n - 2)
  window <- abs(side[first] + side[first + 1] + side[first + 2]) == 3 &
    close[first] + close[first + 1] + close[first + 2] >= 2
  inWindow <- c(window, FALSE, FALSE) | c(FALSE, window, FALSE) | c(FALSE, FALSE, window)
  label <- ifelse(outside, ifelse(side > 0, "Above UCL", "Below LCL"),
    ifelse(trend, "7 Point Trend",
      ifelse(inWindow & close, "2 in 3", ifelse(shift, "7 Points", "Common Cause"))))
  list(lower = lower, upper = upper, label = label)
}

charts <- function() {
  drawn <- apply(series, 1, xmr)
  c(sum(vapply(drawn, function(chart) chart$upper - chart$lower, 0)),
    sum(vapply(drawn, function(chart) sum(chart$label != "Common Cause"), 0)))
}

# Standardised ratios, log scale, a tenth of the units left out at each end, limits with and without over-dispersion.
funnel <- function() {
  expected <- round(units$expected, 2)
  ratio <- units$observed / units$expected
  z <- sqrt(expected) * log(units$observed / expected)
  tenth <- floor(rank(z) * 10 / (length(z) + 1))
  kept <- tenth > 0 & tenth < 9
  n <- sum(kept)
  phi <- sum(z[kept]^2) / n
  w <- expected[kept]
  tau2 <- max(0, (n * phi - (n - 1)) / (sum(w) - sum(w^2) / sum(w)))
  exact <- cbind(
    qchisq(0.025, 2 * expected) / 2, qchisq(0.975, 2 * (expected + 1)) / 2,
    qchisq(0.001, 2 * expected) / 2, qchisq(0.999, 2 * (expected + 1)) / 2) / expected
  error <- sqrt(1 / expected + tau2)
  wide <- cbind(exp(-1.959964 * error), exp(1.959964 * error), exp(-3.090232 * error), exp(3.090232 * error))
  outlier <- ratio < wide[, 3] | ratio > wide[, 4]
  c(phi + tau2 + sum(exact) + sum(wide), sum(outlier))
}

measure <- function(name, work) {
  sums <- work()
  taken <- system.time(for (i in seq_len(repeats)) work())
  seconds <- (taken[["user.self"]] + taken[["sys.self"]]) / repeats
  data.frame(work = name, seconds = seconds, sum = format(sums[1], digits = 15), count = sums[2])
}

found <- rbind(measure("charts", charts), measure("funnel", funnel))

# Limits alone by the package that R users know, where it is installed.
if (requireNamespace("qcc", quietly = TRUE)) {
  byPackage <- function() {
    limits <- apply(series, 1, function(y) qcc::qcc(y, type = "xbar.one", plot = FALSE)$limits)
    c(sum(limits[2, ] - limits[1, ]), 0)
  }
  found <- rbind(found, measure("qcc", byPackage))
}
write.csv(found, file.path(folder, "r.csv"), row.names = FALSE, quote = FALSE)
