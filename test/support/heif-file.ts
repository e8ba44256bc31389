import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {packagePath} from '../../source/core/package-root.ts';

/** A picture that is coded: its decoder configuration and its data. */
type Coded = {readonly configuration: Buffer; readonly data: Buffer};

const folder = packagePath('test', 'support', 'heic');

export const heicBytes = (name: string): Buffer => readFileSync(join(folder, `${name}.heic`));

/** Takes the only coded picture out of a file. */
function codedPicture(bytes: Buffer, configuration: string): Coded {
	const boxAt = (type: string): Buffer => {
		const at = bytes.indexOf(type, 0, 'latin1') - 4;
		return bytes.subarray(at, at + bytes.readUInt32BE(at));
	};
	return {configuration: boxAt(configuration), data: boxAt('mdat').subarray(8)};
}

const bytesOf = (size: 1 | 2 | 4, ...values: number[]): Buffer => {
	const buffer = Buffer.alloc(size * values.length);
	for (const [index, value] of values.entries()) buffer.writeUIntBE(value, index * size, size);
	return buffer;
};

const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
	const body = Buffer.concat(parts);
	return Buffer.concat([bytesOf(4, body.length + 8), Buffer.from(type, 'latin1'), body]);
};

const fullBox = (type: string, version: number, flags: number, ...parts: readonly Uint8Array[]): Buffer =>
	box(type, bytesOf(4, version * 2 ** 24 + flags), ...parts);

/** Properties of a picture (ISO 23008-12 §6.5). */
export const sizeProperty = (width: number, height: number) => fullBox('ispe', 0, 0, bytesOf(4, width, height));
/** Quarter turns against the clock. */
export const turnProperty = (quarters: number) => box('irot', bytesOf(1, quarters));
/** 0: top and bottom change places; 1: left and right do. */
export const mirrorProperty = (axis: 0 | 1) => box('imir', bytesOf(1, axis));
export const rangeProperty = (isFull: boolean) =>
	box('colr', Buffer.from('nclx'), bytesOf(2, 1, 13, 6), bytesOf(1, isFull ? 0x80 : 0));

export type HeifItem = {
	readonly type: string;
	readonly data: Uint8Array;
	readonly properties?: readonly Buffer[];
	readonly hidden?: boolean;
	/** Its references: of a grid to its tiles (dimg), of Exif data to its picture (cdsc). Items count from 1. */
	readonly references?: {readonly type: string; readonly to: readonly number[]};
};

/** An item for a coded picture. */
export function pictureItem(name: string, width: number, height: number, properties: readonly Buffer[] = []): HeifItem {
	const item = codedItem(heicBytes(name), 'hvc1', 'hvcC', width, height);
	return {...item, properties: [...item.properties!, ...properties]};
}

/** An item for the only coded picture of a file, of this type and with a configuration of that one. */
export function codedItem(bytes: Buffer, type: string, configured: string, width: number, height: number): HeifItem {
	const {configuration, data} = codedPicture(bytes, configured);
	return {type, data, properties: [configuration, sizeProperty(width, height)]};
}

/** An item for a grid of two by two tiles, cropped to a size. */
export const gridItem = (
	width: number,
	height: number,
	to: readonly number[],
	properties: readonly Buffer[] = [],
): HeifItem => ({
	type: 'grid',
	data: Buffer.concat([bytesOf(1, 0, 0, 1, 1), bytesOf(2, width, height)]),
	properties: [sizeProperty(width, height), ...properties],
	references: {type: 'dimg', to},
});

/** Exif data that says which way the camera was held. */
export function exifItem(orientation: number, picture: number): HeifItem {
	const tiff = Buffer.from('49492a000800000001001201030001000000000000000000000000', 'hex');
	tiff[18] = orientation;
	return {
		type: 'Exif',
		data: Buffer.concat([bytesOf(4, 0), tiff]),
		hidden: true,
		references: {type: 'cdsc', to: [picture]},
	};
}

/** A HEIC or AVIF file of these items; `primary` counts from 1. */
export function heifFile(items: readonly HeifItem[], primary = 1, brand = 'heic'): Buffer {
	// One property of several items is kept once.
	const properties = [...new Set(items.flatMap(item => item.properties ?? []))];
	const associations = items.map(({properties: own = []}, index) => {
		const places = own.map(property => 0x81 + properties.indexOf(property));
		return Buffer.concat([bytesOf(2, index + 1), bytesOf(1, own.length), bytesOf(1, ...places)]);
	});
	const references = items.flatMap(({references: own}, index) =>
		own ? [box(own.type, bytesOf(2, index + 1, own.to.length, ...own.to))] : [],
	);
	const metaOf = (dataStart: number): Buffer => {
		let offset = dataStart;
		const locations = items.map(({data}, index) => {
			const location = Buffer.concat([bytesOf(2, index + 1, 0, 1), bytesOf(4, offset, data.length)]);
			offset += data.length;
			return location;
		});
		const infos = items.map(({type, hidden}, index) =>
			fullBox('infe', 2, hidden ? 1 : 0, bytesOf(2, index + 1, 0), Buffer.from(`${type}\0`, 'latin1')),
		);
		return fullBox(
			'meta',
			0,
			0,
			fullBox('hdlr', 0, 0, bytesOf(4, 0), Buffer.from('pict'), bytesOf(4, 0, 0, 0), bytesOf(1, 0)),
			fullBox('pitm', 0, 0, bytesOf(2, primary)),
			fullBox('iloc', 0, 0, bytesOf(1, 0x44, 0), bytesOf(2, items.length), ...locations),
			fullBox('iinf', 0, 0, bytesOf(2, items.length), ...infos),
			...(references.length > 0 ? [fullBox('iref', 0, 0, ...references)] : []),
			box('iprp', box('ipco', ...properties), fullBox('ipma', 0, 0, bytesOf(4, items.length), ...associations)),
		);
	};
	const start = box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1${brand}`, 'latin1'));
	const meta = metaOf(start.length + metaOf(0).length + 8);
	return Buffer.concat([start, meta, box('mdat', ...items.map(({data}) => data))]);
}
