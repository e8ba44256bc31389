/** Two pages at a time are read by threads of their own, as in the session, again and again, until `stop`. */
export const keepReading = async ({offline, open}, paths) => {
	const engine = await offline.createOfflineEngine({givesWay: true});
	let isOver = false;
	let pages = 0;
	const readOn = async first => {
		for (let index = first; !isOver; index++) {
			const picture = await open.openPicture(paths[index % paths.length]);
			// Until the end comes, every page is read.
			await engine.read(picture).catch(error => {
				if (!isOver) throw error;
			});
			if (!isOver) pages++;
		}
	};
	const readers = [readOn(0), readOn(1)];
	return {
		async stop() {
			isOver = true;
			await engine.close();
			await Promise.all(readers);
			return pages;
		},
	};
};
