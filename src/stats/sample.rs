//! A seeded sample without replacement.

use super::random::Stream;

/// `take` of the numbers below `from`, ascending, each set with the same probability (the first
/// steps of the shuffle of Fisher and Yates, as in Knuth 1997, sec. 3.4.2). All of them where
/// `take` is not below `from`. The generator is that of resampling: ChaCha with 8 rounds, the seed
/// in the first eight bytes of the key; `stream` sets apart draws of one seed.
#[must_use]
pub fn sample(seed: u64, stream: u64, from: usize, take: usize) -> Vec<usize> {
    let mut generator = Stream::new(seed, 0, stream);
    let mut all: Vec<usize> = (0..from).collect();
    let take = take.min(from);
    for place in 0..take {
        let Ok(left) = u32::try_from(from - place) else {
            break;
        };
        let step = generator.below(left) as usize;
        all.swap(place, place + step);
    }
    all.truncate(take);
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_its_size_and_no_number_twice() {
        for (from, take) in [(10, 3), (10, 10), (10, 99), (0, 5), (1, 1)] {
            let found = sample(1, 0, from, take);
            assert_eq!(found.len(), take.min(from));
            assert!(found.windows(2).all(|it| it[0] < it[1]));
            assert!(found.iter().all(|it| *it < from));
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_and_every_number_has_its_chance() {
        assert_eq!(sample(7, 2, 100, 10), sample(7, 2, 100, 10));
        assert_ne!(sample(7, 2, 100, 10), sample(8, 2, 100, 10));
        assert_ne!(sample(7, 2, 100, 10), sample(7, 3, 100, 10));
        let mut times = [0_u32; 5];
        for seed in 0..2000 {
            for number in sample(seed, 0, 5, 2) {
                times[number] += 1;
            }
        }
        // 800 expected, standard deviation 22.
        assert!(times.iter().all(|it| it.abs_diff(800) < 100), "{times:?}");
    }
}
